extension Words {
    static let grammar: [(WordKinds, String)] = [
        (
            .function,
            """
            the a an and or of to in on at by for with from as is was are were be been being has have had do does did not no nor
            but if then than so that this these those there here he she it they we you i him her his hers their them our my your
            its us who whom whose which what when where why how all any both each few more most other some such only own same
            too very just now also into onto out over under up down off again further once about against between through during
            before after above below until while because since per via w without within upon re s/p c/o would could should can't
            pt patient patients client clients resident residents pts cont continue continued continues today yesterday
            tomorrow currently daily weekly visit visits session sessions n/a na none unknown same see left right bilateral
            bilaterally min mod max mild moderate severe lb lbs ft feet sec secs mins minutes hours hrs wk wks weeks week day
            days month months year years yo y/o yrs yr old x reps rep sets set times time am pm
            requires required reports reported states stated denies denied tolerated attended assisted helps present
            reason return returned reviewed wants goal goals ltg stg ltgs stgs hep poc dx tx hx pmh icd cpt adl adls iadl iadls rom mmt
            pain skilled independent independently supervision assist assistance cga sba
            every across along among around behind beside besides beyond despite except inside outside upon whether although
            though however therefore thus yet already always never often sometimes usually ago much many several enough ever
            tbd tba pending unassigned vacant various instead maybe perhaps quite rather really soon together unless using
            """
        ),
        (
            .field,
            """
            dob doa dos mrn mr ssn age sex gender phone tel telephone fax email e-mail address addr street city state zip county
            insurance payer payor plan policy group id acct account chart record case claim date birth born admit admission
            diagnosis diagnoses physician provider therapist referring doctor facility location room unit bed medicare medicaid
            mbi hic hicn member subscriber race ethnicity language marital religion occupation employer contact emergency
            signature signed name names patient client resident pt precautions allergies npi lic license discipline time
            visit visits evaluation eval number no soc onset icd cell home work mobile ref attn
            """
        ),
        (
            .heading,
            """
            physical occupational speech therapy language pathology pt ot slp initial evaluation eval progress report reports note
            notes daily treatment discharge summary plan care poc recertification recert certification cert outpatient
            inpatient subjective objective assessment goals goal billing cpt history interventions intervention tests
            measures response status recommendations rehab rehabilitation d/c dc ie soap 10th visit re-evaluation home health
            functional outcome outcomes impression clinical exam examination data page signature medicare part b
            """
        ),
        (
            .eponymHead,
            """
            balance scale test tests index sign signs disease palsy syndrome classification score scores assessment position
            level stage grip dynamometer pegboard positive negative neg pos maneuver manoeuvre manuever technique protocol stretch
            exercise exercises method approach reflex procedure fracture deformity contracture tear cyst node nodes law
            phenomenon rule criteria inventory questionnaire scan chart sheet tube catheter lift brace splint orthosis boot
            board ball band bar tape collar traction extension flexion roll bobath concept making cognitive adl body bodies
            dementia aphasia area gait roll tremor rigidity's rod rods nail plate screw screws pin pins hemiarthroplasty
            thyroiditis lymphoma sarcoma esophagus esophageal ring canal therapy training battery profile measure form
            total subtest item items of improved initial increased decreased remains unchanged now raw swallow valve
            hallpike quervain meter monofilament monofilaments palsied
            """
        ),
        (
            .calendar,
            """
            january february march april may june july august september october november december jan feb mar apr jun jul aug
            sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
            sun christmas easter thanksgiving
            """
        ),
    ]
}
