//! What leads to what on the way: nothing is missing, nothing too much.

use super::*;

/// All items of a path, in its order.
fn items(path: &planner::Path) -> Vec<Item> {
    path.stages.iter().flat_map(|it| &it.items).chain(&path.alongside).copied().collect()
}

/// The groups of which something needs one of each.
fn groups(catalog: &Catalog, item: Item) -> Vec<&[ClimbId]> {
    let groups = match item {
        Item::Climb(id) => &catalog.climb(id).needs,
        Item::Project(id) => &catalog.project(id).rungs,
    };
    groups.iter().map(|it| &**it).collect()
}

#[test]
fn what_is_joined_on_a_path_is_what_the_catalog_says() {
    let catalog = shipped();
    for (role, it) in catalog.roles() {
        let mut progress = Progress::default();
        progress.set_goal(Some(Goal { role, depth: Depth::Essential }));
        let path = planner::path(learner(catalog, &progress), None);
        let all: BTreeSet<Item> = items(&path).into_iter().collect();
        for item in &all {
            let needs = path.links.needs(*item);
            for group in groups(catalog, *item) {
                let is_answer = |it: &&Item| group.iter().any(|id| **it == Item::Climb(*id));
                assert!(needs.iter().any(|it| is_answer(&it)), "{}: {item:?} {group:?}", it.name);
            }
            let is_asked = |need: &Item| {
                let is_it = |id: &ClimbId| *need == Item::Climb(*id);
                groups(catalog, *item).iter().any(|group| group.iter().any(is_it))
            };
            assert!(needs.iter().all(|it| is_asked(it) && all.contains(it)), "{}", it.name);
            let opened = all.iter().filter(|it| path.links.needs(**it).contains(item)).copied();
            let opens: BTreeSet<Item> = path.links.opens(*item).iter().copied().collect();
            assert_eq!(opens, opened.collect());
        }
    }
}

/// The kin of something is found by trying all ways of ever more steps.
#[test]
fn kin_is_what_some_way_leads_to_or_comes_from() {
    let catalog = shipped();
    let mut progress = Progress::default();
    let role = catalog.find_role("front-end-developer").unwrap();
    progress.set_goal(Some(Goal { role, depth: Depth::Essential }));
    let path = planner::path(learner(catalog, &progress), None);
    let all = items(&path);
    let mut leads: BTreeSet<(Item, Item)> = BTreeSet::new();
    for item in &all {
        leads.extend(path.links.needs(*item).iter().map(|need| (*need, *item)));
    }
    loop {
        let longer = leads
            .iter()
            .flat_map(|(from, over)| path.links.opens(*over).iter().map(move |to| (*from, *to)));
        let longer: Vec<(Item, Item)> = longer.filter(|it| !leads.contains(it)).collect();
        if longer.is_empty() {
            break;
        }
        leads.extend(longer);
    }
    for item in &all {
        let is_kin =
            |other: &&Item| leads.contains(&(*item, **other)) || leads.contains(&(**other, *item));
        let kin: BTreeSet<Item> = all.iter().filter(is_kin).copied().collect();
        assert_eq!(path.links.kin(*item), kin, "{item:?}");
    }
}

/// Who knows one of several languages is led on with that one, on the whole path as in the plan.
#[test]
fn the_whole_path_has_all_that_is_planned_whatever_is_known() {
    let catalog = shipped();
    for known in ["javascript-core", "java-core", "go-core", "csharp-core"] {
        let mut progress = aiming(catalog, "back-end-developer", Depth::Essential);
        let skill = catalog.find_skill(known).unwrap();
        progress.claim(skill, Rung::Working, TODAY);
        let plan = planner::plan(learner(catalog, &progress), TODAY);
        let path = planner::path(learner(catalog, &progress), None);
        let all: BTreeSet<Item> = items(&path).into_iter().collect();
        let missing = plan.steps.iter().filter(|it| !all.contains(&it.item));
        let missing: Vec<String> = missing.map(|it| name(catalog, it.item)).collect();
        assert_eq!(missing, Vec::<String>::new(), "who knows {known}");
    }
}
