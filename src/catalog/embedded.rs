//! The files of the catalog that are part of the program.

use super::{Catalog, CatalogError, parse::File};

/// Every file under `assets/`; areas and kinds of route in the order in which they are shown.
#[rustfmt::skip]
pub const FILES: &[File] = &[
    File { name: "sources.json", text: include_str!("../../assets/sources.json") },
    File { name: "regions.json", text: include_str!("../../assets/regions.json") },
    File { name: "pay.json", text: include_str!("../../assets/pay.json") },
    File { name: "areas/01-programming-fundamentals.json", text: include_str!("../../assets/areas/01-programming-fundamentals.json") },
    File { name: "areas/02-languages.json", text: include_str!("../../assets/areas/02-languages.json") },
    File { name: "areas/03-os-command-line.json", text: include_str!("../../assets/areas/03-os-command-line.json") },
    File { name: "areas/04-git-collaboration.json", text: include_str!("../../assets/areas/04-git-collaboration.json") },
    File { name: "areas/05-networking-web.json", text: include_str!("../../assets/areas/05-networking-web.json") },
    File { name: "areas/06-data-structures-algorithms.json", text: include_str!("../../assets/areas/06-data-structures-algorithms.json") },
    File { name: "areas/07-databases.json", text: include_str!("../../assets/areas/07-databases.json") },
    File { name: "areas/08-apis.json", text: include_str!("../../assets/areas/08-apis.json") },
    File { name: "areas/09-testing-debugging.json", text: include_str!("../../assets/areas/09-testing-debugging.json") },
    File { name: "areas/10-security.json", text: include_str!("../../assets/areas/10-security.json") },
    File { name: "areas/11-front-end.json", text: include_str!("../../assets/areas/11-front-end.json") },
    File { name: "areas/12-deployment-operations.json", text: include_str!("../../assets/areas/12-deployment-operations.json") },
    File { name: "areas/13-architecture-scaling.json", text: include_str!("../../assets/areas/13-architecture-scaling.json") },
    File { name: "areas/14-human-skills.json", text: include_str!("../../assets/areas/14-human-skills.json") },
    File { name: "areas/15-career.json", text: include_str!("../../assets/areas/15-career.json") },
    File { name: "guides/traits.json", text: include_str!("../../assets/guides/traits.json") },
    File { name: "guides/day.json", text: include_str!("../../assets/guides/day.json") },
    File { name: "guides/front-and-back.json", text: include_str!("../../assets/guides/front-and-back.json") },
    File { name: "guides/pay-levers.json", text: include_str!("../../assets/guides/pay-levers.json") },
    File { name: "guides/employers.json", text: include_str!("../../assets/guides/employers.json") },
    File { name: "guides/outlook.json", text: include_str!("../../assets/guides/outlook.json") },
    File { name: "guides/job-search.json", text: include_str!("../../assets/guides/job-search.json") },
    File { name: "guides/ways-in.json", text: include_str!("../../assets/guides/ways-in.json") },
    File { name: "guides/questions.json", text: include_str!("../../assets/guides/questions.json") },
    File { name: "roles/back-end-developer.json", text: include_str!("../../assets/roles/back-end-developer.json") },
    File { name: "roles/back-end-engineer.json", text: include_str!("../../assets/roles/back-end-engineer.json") },
    File { name: "roles/database-administrator.json", text: include_str!("../../assets/roles/database-administrator.json") },
    File { name: "roles/solutions-architect.json", text: include_str!("../../assets/roles/solutions-architect.json") },
    File { name: "roles/junior-back-end-developer.json", text: include_str!("../../assets/roles/junior-back-end-developer.json") },
    File { name: "roles/senior-back-end-developer.json", text: include_str!("../../assets/roles/senior-back-end-developer.json") },
    File { name: "roles/lead-back-end-developer.json", text: include_str!("../../assets/roles/lead-back-end-developer.json") },
    File { name: "roles/chief-back-end-developer.json", text: include_str!("../../assets/roles/chief-back-end-developer.json") },
    File { name: "roles/back-end-web-developer.json", text: include_str!("../../assets/roles/back-end-web-developer.json") },
    File { name: "roles/back-end-software-engineer.json", text: include_str!("../../assets/roles/back-end-software-engineer.json") },
    File { name: "roles/back-end-development-manager.json", text: include_str!("../../assets/roles/back-end-development-manager.json") },
    File { name: "roles/back-end-development-director.json", text: include_str!("../../assets/roles/back-end-development-director.json") },
    File { name: "roles/back-end-development-team-lead.json", text: include_str!("../../assets/roles/back-end-development-team-lead.json") },
    File { name: "roles/back-end-development-architect.json", text: include_str!("../../assets/roles/back-end-development-architect.json") },
    File { name: "roles/front-end-developer.json", text: include_str!("../../assets/roles/front-end-developer.json") },
    File { name: "roles/full-stack-developer.json", text: include_str!("../../assets/roles/full-stack-developer.json") },
    File { name: "roles/devops-sre-engineer.json", text: include_str!("../../assets/roles/devops-sre-engineer.json") },
    File { name: "roles/data-engineer.json", text: include_str!("../../assets/roles/data-engineer.json") },
    File { name: "roles/qa-test-engineer.json", text: include_str!("../../assets/roles/qa-test-engineer.json") },
    File { name: "roles/mobile-developer.json", text: include_str!("../../assets/roles/mobile-developer.json") },
    File { name: "roles/security-engineer.json", text: include_str!("../../assets/roles/security-engineer.json") },
    File { name: "roles/ml-engineer.json", text: include_str!("../../assets/roles/ml-engineer.json") },
    File { name: "routes/degree.json", text: include_str!("../../assets/routes/degree.json") },
    File { name: "routes/boot-camp.json", text: include_str!("../../assets/routes/boot-camp.json") },
    File { name: "routes/apprenticeship.json", text: include_str!("../../assets/routes/apprenticeship.json") },
    File { name: "routes/self-study.json", text: include_str!("../../assets/routes/self-study.json") },
];

impl Catalog {
    /// The catalog that is part of the program.
    pub fn embedded() -> Result<Self, CatalogError> {
        Self::parse(FILES)
    }
}
