/// Notes that break no rule, each in its own manner.
enum CleanNotes {
    static let physicalEvaluation = """
        HARBOR STREET REHAB
        PHYSICAL THERAPY - EVALUATION AND PLAN OF CARE
        Patient: Test Person          Date of evaluation: 03/10/2025

        Reason for referral
        Referred by Dr. A. Lindholm after a fall on 02/18/2025 with left wrist sprain and loss of confidence in walking.

        History
        Lives with husband in a one-level home. Prior to the fall she walked without a device, drove, and did all housework. PMH: hypertension, osteoporosis.

        Examination
        Five times sit to stand: 21.3 s
        Gait speed 0.62 m/s with rolling walker
        Berg Balance Scale 39/56

        Clinical impression
        Treatment diagnosis: unsteadiness on feet (R26.81), repeated falls. Rehab potential is good with family support.
        The skills of a physical therapist are needed to progress balance challenge safely and to adjust gait training to her response.

        Short term goals (3 weeks)
        1. Patient performs home program with 1 verbal cue
        Long term goals (10 weeks)
        1. Patient will walk 1,200 ft outdoors with a cane and no loss of balance
        2. Patient will climb 14 stairs with one rail, modified independent, to reach her bedroom

        Plan
        Physical therapy twice a week for 10 weeks: gait training, balance training, therapeutic exercise, patient education.

        Certification
        I have reviewed this plan of care and certify the need for services.
        Physician signature: A. Lindholm, MD     Date: 03/14/2025

        Therapist: Rory Beck, PT, DPT     Signed 03/10/2025
        """

    static let occupationalEvaluation = """
        Occupational Therapy Evaluation
        Name: Sample Client   DOB 5/5/1950   Evaluation date: June 4, 2024

        S: Client had a right CVA on May 2, 2024. Before the stroke he cooked supper nightly, managed his checkbook and dressed himself independently.
        O: MoCA 20/30. L grip 14 lb; 9-hole peg test L 58 sec. Upper body dressing Mod A, showering Max A because of left arm weakness and neglect.
        A: Dx: I69.354 hemiplegia following cerebral infarction, non-dominant side. Prognosis fair to good. OT expertise is required to grade motor tasks, fabricate a resting orthosis and train one-handed techniques safely.
        STG: don pullover shirt with min A in 3 weeks.
        LTG #1: By 12 weeks client dresses upper body with set-up only.
        LTG #2: By 12 weeks client prepares a cold lunch with supervision in 4/5 trials.
        P: OT 3x/wk x 12 wks. Interventions: neuromuscular re-education, ADL retraining, orthotic fabrication.
        Plan of care signed and returned by Bea Holt, FNP-C on June 20, 2024.
        Electronically signed: Kim Reyes, MOT, OTR/L, June 4, 2024
        """

    static let speechEvaluation = """
        SPEECH-LANGUAGE PATHOLOGY INITIAL EVALUATION
        Patient: Sample; Date of service: 2024-10-07

        Background: 77 y/o woman hospitalized 09/12/2024 with pneumonia; swallowing has worsened since. PLOF: ate a regular diet at the dinner table and needed no help.

        Findings: EAT-10 score 19. Three ounce water swallow: cough after 1.5 oz. MASA 148/200.
        Impressions: Diagnosis - oropharyngeal dysphagia (R13.12). Expected to return to a regular texture within 8 weeks; prognosis good.
        Skilled speech-language pathology is necessary to select and modify strategies and to monitor signs of aspiration.

        Recommendations: IDDSI 5 solids and IDDSI 2 liquids, upright for meals.

        Goals
        LTG: Patient will eat a regular meal with thin liquids with no coughing on 9/10 swallows in 8 weeks.
        STG: 3 weeks - perform effortful swallow x10 with min cues.

        Plan: dysphagia therapy (92526) 2 visits/week for 8 weeks.

        Physician certification: verbal approval of plan from Dr. Nash on 10/09/2024; signed 10/18/2024 by C. Nash, MD.

        A. Moreno, M.A., CCC-SLP   10/07/2024
        """

    static let physicalProgress = """
        PT PROGRESS NOTE
        Report date: 04/14/2025. Covers 03/10/2025 through 04/14/2025 (visits 1-10).
        Patient says stairs are easier.

        Objective            Eval        Today
        5xSTS                21.3 s      14.8 s
        Gait speed           0.62 m/s    0.88 m/s
        Berg                 39/56       47/56

        Goals
        LTG 1: walk 1,200 ft outdoors with cane, no loss of balance, 10 weeks. Status: progressing, 800 ft.
        LTG 2: climb 14 stairs with one rail, modified independent, 10 weeks. Status: met.

        Assessment: Unsteadiness on feet (R26.81). Skilled PT remains necessary to progress dynamic balance and to monitor her response to outdoor surfaces.

        Plan: Continue PT twice weekly for 4 weeks with focus on curbs and grass.

        Rory Beck, PT, DPT  04/14/2025
        """

    static let occupationalProgress = """
        OCCUPATIONAL THERAPY PROGRESS REPORT
        Date: 07/11/2024
        Reporting period 06/04/2024 - 07/11/2024

        Client reports less fear in the shower.
        Data: MoCA from 20/30 to 23/30. L grip 14 lb at evaluation, 22 lb now. Showering: Max A -> Min A.
        LTG #1 Client dresses upper body with set-up only by 12 weeks: partially met, min A.
        LTG #2 Client prepares a cold lunch with supervision in 4/5 trials by 12 weeks: not met, 2/5.
        Dx I69.354. Requires an occupational therapist to grade task demands and adjust the orthosis as tone changes.
        Plan: reduce to 2x/wk, upgrade home program, continue ADL retraining.
        Signed: Kim Reyes, OTR/L 07/11/2024
        """

    static let speechProgress = """
        Speech Therapy - 10th visit progress report
        Date 11/18/2024; period from 10/07/2024 to 11/18/2024
        Subjective: Eats with family again.
        Measures: EAT-10 was 19, now 11; MASA 148/200 -> 171/200.
        Diet: IDDSI 6 solids; liquids: thin by small sips.
        Goal review: LTG: Patient will eat a regular meal with thin liquids with no coughing on 9/10 swallows in 8 weeks - progressing, 7/10.
        Assessment: oropharyngeal dysphagia R13.12. SLP must analyse swallow timing and advance textures safely.
        Plan: continue dysphagia therapy 2x/week x 3 weeks, advance to regular solids.
        /s/ A. Moreno, M.A., CCC-SLP 11/18/2024
        """

    static let physicalDischarge = """
        DISCHARGE SUMMARY - PHYSICAL THERAPY
        Date: 05/20/2025   Episode 03/10/2025 to 05/20/2025, 18 visits
        Dx: R26.81

        Outcome measures
        | Measure | Admission | Discharge |
        | Berg | 39/56 | 52/56 |
        | Gait speed | 0.62 m/s | 1.05 m/s |

        LTG 1: walk 1,200 ft outdoors with cane - met
        LTG 2: climb 14 stairs with one rail - met

        Discharged because goals were achieved and patient is independent.
        Home program printed and reviewed; follow up with Dr. Lindholm as needed.

        Rory Beck, PT, DPT  05/20/2025
        """

    static let occupationalDischarge = """
        O.T. discharge note. Seen 06/04/2024 to 08/26/2024. Date 08/26/2024.
        Client moved to live with his son in another state.
        Results: MoCA initially 20/30, at discharge 25/30; L grip improved from 14 to 27 lb.
        Goal 1: dress upper body with set-up - achieved. Goal 2: prepare cold lunch with supervision 4/5 trials - partially met, 3/5.
        Recommendations: continue home exercise program daily; son trained in shower transfers.
        Kim Reyes, MOT, OTR/L   08/26/2024
        """

    static let physicalTreatment = """
        Daily treatment note - Physical Therapy
        Date of service: 04/02/2025     Visit 7
        S: Knees feel stronger. Dx R26.81.
        Interventions: Gait training on grass with verbal cues for step length, cane height adjusted. Sit to stand from lower seat, 2x8, height lowered after good form.
        Response: fewer corrections needed than last visit.
        97116 gait training 20 min 2 units GP; 97530 therapeutic activities 18 min 1 unit GP
        Total timed minutes 38. Total treatment time 38 min.
        Plan: continue 2x/wk.
        Rory Beck, PT, DPT 04/02/2025
        """
}
