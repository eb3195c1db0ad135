//! A catalog small enough to read, with two of everything.

use crate::catalog::parse::CatalogFile;

/// It is sound; each case changes one thing in it.
pub(super) const SMALL: &[CatalogFile] = &[
    CatalogFile {
        name: "sources.json",
        text: r#"{ "sources": [
            { "id": "survey", "name": "Survey", "about": "People were asked.", "region": "north", "year": 2020, "address": "https://survey.example/", "statements": ["Cloth is made.", "It takes years."] },
            { "id": "letter", "name": "Letter", "about": "Somebody wrote.", "year": null, "statements": [] }
        ] }"#,
    },
    CatalogFile {
        name: "regions.json",
        text: r#"{ "regions": [
            { "id": "north", "name": "The North", "short": "North", "currency": "NOK" },
            { "id": "south", "name": "The South", "short": "South", "currency": "ZAR" }
        ] }"#,
    },
    CatalogFile {
        name: "pay.json",
        text: r#"{ "figures": [
            { "id": "low-pay", "region": "north", "roles": ["weaver"], "about": "weavers", "stage": "low", "amount": 100, "currency": "NOK", "per": "year", "year": null, "source": "Guild", "address": "https://guild.example/", "note": "old", "cites": ["survey/2"] },
            { "id": "high-pay", "region": "south", "roles": ["weaver", "dyer"], "about": "weavers", "stage": "high", "amount": 200.5, "currency": "ZAR", "per": "hour", "year": 2020, "source": "Fair" }
        ], "outlook": [
            { "id": "up", "region": "north", "roles": ["weaver"], "about": "weavers", "text": "More are wanted.", "years": "2024-34", "source": "Oracle", "address": "https://oracle.example/" },
            { "id": "down", "region": "south", "roles": ["dyer"], "about": "dyers", "text": "Fewer are needed.", "years": "2024-34", "source": "Crystal" }
        ] }"#,
    },
    CatalogFile {
        name: "areas/wool.json",
        text: r#"{ "id": "wool", "name": "Wool", "summary": "All about wool.", "skills": [
            { "id": "weaving", "name": "Weaving", "level": "core", "summary": "Threads become cloth.", "why": [{ "text": "It warms.", "cites": ["survey/1"] }],
              "rungs": [
                { "rung": "awareness", "hours": { "low": 2, "likely": 2, "high": 3, "basis": "Watched." }, "needs": ["spinning/awareness"],
                  "proofs": [{ "id": "a1", "text": "Tell warp from weft" }] },
                { "rung": "working", "hours": { "low": 5, "likely": 6, "high": 7, "basis": "A guess." }, "needs": ["spinning/working", "any:fleece/awareness"],
                  "proofs": [{ "id": "p1", "text": "Weave a rug" }, { "id": "p2", "text": "Weave a shawl" }] },
                { "rung": "practitioner", "hours": { "low": 10, "likely": 20, "high": 30, "basis": "Counted." }, "needs": [],
                  "proofs": [{ "id": "q1", "text": "Find the fault in a cloth" }] },
                { "rung": "expert", "rhythm": "job", "needs": [], "proofs": [{ "id": "x1", "text": "Run a mill" }] }
              ],
              "resources": [{ "title": "The Loom", "kind": "book", "publisher": "Press", "address": "https://loom.example/", "access": "paid" }] },
            { "id": "spinning", "name": "Spinning", "level": "foundation", "summary": "Wool becomes thread.",
              "rungs": [
                { "rung": "awareness", "hours": { "low": 1, "likely": 1, "high": 1, "basis": "Told." }, "proofs": [{ "id": "a1", "text": "Say what twist does" }] },
                { "rung": "working", "hours": { "low": 1, "likely": 2, "high": 3, "basis": "Asked around." }, "needs": [], "proofs": [{ "id": "p1", "text": "Spin a thread" }] }
              ],
              "resources": [{ "title": "The Wheel", "kind": "docs", "publisher": "Press", "address": "http://wheel.example/", "access": "free" }] }
        ] }"#,
    },
    CatalogFile {
        name: "areas/sheep.json",
        text: r#"{ "id": "sheep", "name": "Sheep", "summary": "All about sheep.", "skills": [
            { "id": "carding", "name": "Carding", "level": "foundation", "summary": "Brushing wool.",
              "rungs": [
                { "rung": "awareness", "hours": { "low": 1, "likely": 1, "high": 1, "basis": "Timed." }, "proofs": [{ "id": "a1", "text": "Say what a card is" }] },
                { "rung": "working", "hours": { "low": 3, "likely": 3, "high": 3, "basis": "Timed." }, "needs": [], "proofs": [{ "id": "p1", "text": "Card a fleece" }] }
              ],
              "resources": [{ "title": "Cards", "kind": "exercise", "publisher": "Press", "address": "https://cards.example/", "access": "free" }] },
            { "id": "combing", "name": "Combing", "level": "foundation", "rhythm": "alongside", "summary": "Straightening wool.",
              "rungs": [
                { "rung": "awareness", "rhythm": "block", "hours": { "low": 0, "likely": 4, "high": 4, "basis": "Timed." }, "proofs": [{ "id": "a1", "text": "Say what a comb is" }] },
                { "rung": "working", "hours": { "low": 5, "likely": 5, "high": 9, "basis": "Timed." }, "needs": [], "proofs": [{ "id": "p1", "text": "Comb a fleece" }] }
              ],
              "resources": [{ "title": "Combs", "kind": "course", "publisher": "Press", "address": "https://combs.example/", "access": "audit" }] }
        ] }"#,
    },
    CatalogFile {
        name: "groups.json",
        text: r#"{ "groups": [
            { "id": "fleece", "name": "A way with fleece", "members": ["carding", "combing"] },
            { "id": "craft", "name": "A craft", "members": ["weaving", "spinning"] }
        ] }"#,
    },
    CatalogFile {
        name: "projects/cloth.json",
        text: r#"{ "projects": [
            { "id": "scarf", "name": "Scarf", "summary": "A scarf for a friend.", "brief": ["Make it warm."], "rungs": ["any:craft/awareness", "spinning/working"],
              "hours": { "low": 4, "likely": 5, "high": 9, "basis": "Made one." },
              "points": [{ "id": "warm", "text": "It is warm", "shows": ["spinning/p1"] }, { "id": "long", "text": "It is long" }],
              "further": ["Fringe it."], "interview": "Say who wears it." },
            { "id": "blanket", "name": "Blanket", "summary": "A blanket for a bed.", "brief": ["Make it wide."], "rungs": ["weaving/practitioner"],
              "hours": { "low": 8, "likely": 8, "high": 8, "basis": "Made two." },
              "points": [{ "id": "wide", "text": "It covers a bed" }],
              "further": ["Make another."], "interview": "Say who sleeps under it." }
        ] }"#,
    },
    CatalogFile {
        name: "curricula.json",
        text: r#"{ "curricula": [
            { "id": "guild-plan", "title": "Seven years", "publisher": "Guild", "address": "https://guild.example/plan", "role": "weaver", "languages": ["weaving"],
              "order": [["spinning", "carding"], ["weaving"]] },
            { "id": "shed-plan", "title": "One winter", "publisher": "Shed", "address": "https://shed.example/", "order": [["combing"]] }
        ] }"#,
    },
    CatalogFile {
        name: "terms.json",
        text: r#"{ "terms": [
            { "term": "weft", "meaning": "What goes across.", "skill": "weaving" },
            { "term": "roving", "meaning": "A loose rope of wool.", "skill": "carding" }
        ] }"#,
    },
    CatalogFile {
        name: "questions/wool.json",
        text: r#"{ "questions": [
            { "id": "weaving-a1", "skill": "weaving", "rung": "awareness", "kind": "choose", "question": "What goes across?",
              "options": ["Warp", "Weft", "Wool", "Wax"], "answer": "Weft", "why": "Warp goes along." },
            { "id": "spinning-w1", "skill": "spinning", "rung": "working", "kind": "output", "question": "What comes of this?",
              "language": "loom", "code": ["turn the wheel:", "  pull"], "answer": "thread", "why": "Twist holds." },
            { "id": "carding-a1", "skill": "carding", "rung": "awareness", "kind": "recall", "question": "Why card?",
              "answer": "To lay the hairs one way.", "why": "They spin better." }
        ] }"#,
    },
    CatalogFile {
        name: "interviews/weaver.json",
        text: r#"{ "role": "weaver", "questions": [
            { "id": "i1", "kind": "technical", "skill": "weaving", "rung": "working", "question": "What is a selvedge?",
              "answer": "The edge that does not fray.", "listens_for": "Whether they have woven." },
            { "id": "i2", "kind": "behavioural", "question": "When did a thread break?", "answer": "On a Monday.", "listens_for": "Calm." }
        ] }"#,
    },
    CatalogFile {
        name: "roles/weaver.json",
        text: r#"{ "id": "weaver", "name": "Weaver", "also": ["webster"], "family": "back-end", "order": 1, "summary": "Makes cloth.",
            "about": [{ "text": "An old trade.", "cites": ["survey/1"] }], "duties": [{ "text": "Weaves." }],
            "requirements": [
                { "skill": "weaving", "importance": "essential", "rung": "expert" },
                { "one_of": ["carding", "combing"], "name": "A way with fleece", "importance": "helpful", "rung": "working" }
            ],
            "path": ["scarf", "blanket"],
            "ladder": { "track": "cloth", "step": 1, "from": [], "to": ["dyer"] },
            "differences": [{ "role": "dyer", "text": "A dyer stains." }],
            "day": [{ "text": "Early to bed." }],
            "questions": [{ "question": "Is it hard?", "answer": [{ "text": "At first." }] }],
            "facts": [{ "label": "Hours", "text": "From dawn to dusk.", "source": "Roll", "year": 1400, "address": "https://roll.example/", "confidence": "low", "checked": "2026-09" }],
            "certificates": [{ "name": "Master's letter", "issuer": "Guild", "cost": "12 kr", "validity": "for life", "worth": "It opens the hall.", "address": "https://hall.example/", "confidence": "medium" }],
            "technologies": [{ "name": "Loom", "share": 90, "skills": ["weaving"] }, { "name": "Shears" }],
            "technologies_source": { "source": "Town crier", "year": 1401 },
            "bodies": [{ "name": "Guild of weavers", "region": "north", "address": "https://hall.example/", "text": "Beer on Fridays." }],
            "guides": ["day"], "codes": [{ "system": "ISCO", "code": "7318", "title": "Weavers", "address": "https://isco.example/" }], "code_note": "It fits." }"#,
    },
    CatalogFile {
        name: "roles/dyer.json",
        text: r#"{ "id": "dyer", "name": "Dyer", "family": "neighbour", "order": 1, "summary": "Stains cloth.",
            "about": [{ "text": "A wet trade." }], "duties": [{ "text": "Dyes." }],
            "requirements": [{ "skill": "spinning", "importance": "important", "rung": "awareness" }],
            "experience": { "years": 1.5, "as": "weaver", "basis": "Dyers were asked." },
            "ladder": { "track": "cloth", "step": 1, "from": ["weaver"] } }"#,
    },
    CatalogFile {
        name: "routes/guild.json",
        text: r#"{ "kind": "guild", "name": "Guild", "summary": "Learn from a master.", "routes": [
            { "id": "guild-north", "region": "north", "name": "Northern guild", "summary": [{ "text": "Seven years.", "cites": ["survey/2"] }],
              "duration": { "low_weeks": 300, "high_weeks": 400, "text": "Long.", "confidence": "medium", "checked": "2026-10" }, "load": { "low_hours": 50, "high_hours": 60, "text": "Hard." },
              "cost": { "currency": "NOK", "low": 10, "high": 20, "per": "year", "text": "Cheap." },
              "credential": "A letter.", "entry": ["Be strong."], "suits": "The patient.", "pros": ["Bread."], "cons": ["Water."], "covers": ["spinning"],
              "milestones": [{ "id": "m01", "title": "Begin", "detail": "Knock.", "week": 1 }, { "id": "m02", "title": "End", "detail": "Bow.", "week": 300 }],
              "figures": [{ "label": "Masters", "value": "12", "year": "1400", "source": "Roll", "address": "https://roll.example/" }],
              "official": [{ "title": "Guild hall", "address": "https://hall.example/" }], "resources": [{ "title": "The weaver's primer", "kind": "book", "publisher": "Guild", "address": "https://hall.example/", "access": "free" }], "note": "Bring shoes." },
            { "id": "guild-south", "region": "south", "name": "Southern guild", "summary": [{ "text": "Six years." }],
              "duration": { "low_weeks": 3, "high_weeks": 4, "text": "Short." }, "load": { "low_hours": 5, "high_hours": 6, "text": "Light." },
              "cost": { "currency": "ZAR", "low": 0, "high": 0, "per": "course", "text": "Free." },
              "credential": "A nod.", "entry": [], "suits": "All.", "pros": ["Sun."], "cons": ["Heat."],
              "milestones": [{ "id": "m01", "title": "Go", "detail": "South.", "week": 0 }] }
        ] }"#,
    },
    CatalogFile {
        name: "routes/alone.json",
        text: r#"{ "kind": "alone", "name": "Alone", "summary": "Learn by trying.", "routes": [
            { "id": "alone-north", "region": "north", "name": "In the shed", "summary": [{ "text": "Quiet." }],
              "duration": { "low_weeks": 9, "high_weeks": 9, "text": "So so." }, "load": { "low_hours": 1, "high_hours": 2, "text": "Evenings." },
              "cost": { "currency": "NOK", "low": 1, "high": 1, "per": "course", "text": "A loom." },
              "credential": "None.", "entry": [], "suits": "The stubborn.", "pros": ["Peace."], "cons": ["Doubt."],
              "milestones": [{ "id": "m01", "title": "Start", "detail": "Now.", "week": 0 }] }
        ] }"#,
    },
    CatalogFile {
        name: "guides/day.json",
        text: r#"{ "id": "day", "title": "A day", "passages": [{ "text": "Up at dawn.", "cites": ["survey/1"] }] }"#,
    },
    CatalogFile {
        name: "guides/questions.json",
        text: r#"{ "id": "questions", "title": "Asked and answered", "questions": [{ "question": "Why wool?", "answer": [{ "text": "Why not." }] }] }"#,
    },
];
