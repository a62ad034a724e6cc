/// What therapists write over the parts of a note, folded, longest phrases first by the matcher.
enum Headings {
    static func kind(of words: [String]) -> SectionKind? { kinds[words.joined(separator: " ")] }

    /// Words of the longest heading.
    static let longest = kinds.keys.map { $0.split(separator: " ").count }.max() ?? 1

    /// Single letters are headings only where a line begins, or where a note was run together into one line.
    static let letters: [String: SectionKind] = [
        "s": .subjective, "o": .objective, "a": .assessment, "p": .plan, "i": .intervention, "r": .response,
    ]

    private static let kinds: [String: SectionKind] = {
        var kinds = letters
        for (kind, headings) in named {
            for heading in headings.split(separator: ", ") { kinds[String(heading)] = kind }
        }
        for verb in ["ending", "stopping", "closing", "concluding", "discontinuing", "terminating", "finishing"] {
            for object in ["", " care", " therapy", " treatment", " services", " the episode", " ot", " pt", " slp"] {
                kinds["reason for " + verb + object] = .reason
                kinds["why we are " + verb + object] = .reason
            }
        }
        for subject in ["care", "therapy", "treatment", "services"] {
            for verb in ["ends", "ended", "is ending", "stops", "stopped", "is stopping", "was stopped", "closes"] {
                kinds["why " + subject + " " + verb] = .reason
            }
        }
        return kinds
    }()

    /// `/`, `&` and hyphens in a heading count as spaces.
    private static let named: [(SectionKind, String)] = [
        (
            .subjective,
            """
            subjective, subj, pt report, patient report, patient reports, client report, hpi subjective, subjective \
            hpi, chief complaint, patient comments, pt comments, interval history, complaints, subjective report, \
            subjective complaints, current complaint, patient statement, caregiver report, subjective history, reason \
            for referral, referral, interview, presenting complaint, why they are here, reason for visit, presenting problem, \
            what the patient says, what the patient and family say, patient says, pt says
            """
        ),
        (
            .history,
            """
            history, hx, hpi, history of present illness, pmh, past medical history, medical history, social history, \
            prior level of function, plof, pmhx, course of care, episode summary, summary of care, treatment history, \
            background, social hx, living situation, home set up, home setup, prior function, history of condition, \
            case history, summary of services, course of treatment, summary of treatment, history and systems review, \
            occupational profile, pertinent history, medical hx, before this episode, premorbid status, premorbid function, prior level, \
            prior status, function before onset, previous function, onset and history, history of the problem
            """
        ),
        (
            .objective,
            """
            objective, obj, exam, examination, physical exam, physical examination, clinical exam, data, findings, \
            objective findings, objective data, systems review, observation, observations, objective exam, clinical \
            findings, performance, occupational performance, functional performance, what i found, on examination, test data
            """
        ),
        (
            .tests,
            """
            tests and measures, tests measures, tests, objective measures, outcome measures, special tests, \
            measurements, measures, objective tests, outcomes, functional outcomes, outcome, standardized tests, \
            standardised tests, standardized assessment, standardized testing, test results, assessment results, \
            baseline measures, baseline, functional outcome measures, clinical measures, formal testing, objective comparison, comparison, comparative measures, results, \
            outcome data, measures then and now, progress data, findings then and now
            """
        ),
        (
            .assessment,
            """
            assessment, assess, clinical impression, clinical impressions, impression, impressions, clinical \
            reasoning, analysis, clinical judgment, clinical judgement, clinical assessment, medical necessity, \
            skilled need, skilled justification, need for skilled services, justification for skilled services, \
            evaluation, evaluation summary, summary, diagnosis, diagnoses, treatment diagnosis, therapy diagnosis, \
            problem list, assessment summary, interpretation, prognosis, rehab potential, rehabilitation potential, \
            assessment clinical impression, clinical summary, therapist assessment, assessment of progress, professional judgement, professional judgment, professional opinion, \
            clinical opinion, clinical interpretation, rationale, rationale for skilled care, justification, why therapy, \
            why skilled care, reason for continued skilled care, reason for skilled care, why ot, why pt, why slp, need for ot, \
            need for pt, need for slp, need for therapist, meaning, judgement, judgment, professional reasoning, need for therapy, need for skilled therapy, opinion, overall impression, px, outlook
            """
        ),
        (
            .goals,
            """
            goals, goal status, progress toward goals, progress towards goals, goal outcomes, goal progress, ltgs, \
            stgs, long term goals, short term goals, functional goals, status of goals, goals status, goals met, goal \
            update, goal attainment, treatment goals, therapy goals, patient goals, goal achievement, goals outcomes, \
            progress on goals, review of goals, goals and progress, long term goals ltg, short term goals stg, final \
            goal status, goals progress, goal review, status of each goal, what we are working toward, where the goals stand
            """
        ),
        (
            .plan,
            """
            plan, poc, plan of care, treatment plan, plan of treatment, care plan, goals and plan, plan and goals, \
            goals plan, plan goals, frequency and duration, frequency duration, plan for next visit, plan for next \
            session, next visit, next session, plan frequency, proposed treatment, planned interventions, intervention \
            plan, therapy plan, plan of care poc, treatment recommendations, amount frequency duration, next steps, plan for next period, plan going forward, proposed plan, course ahead
            """
        ),
        (
            .certification,
            """
            certification, cert, physician certification, recertification, recert, physician cert, plan certification, \
            certification of plan, poc certification, physician signature, physician approval, certification period, \
            cert period, certification statement, provider certification, md certification, npp certification, \
            physician npp certification
            """
        ),
        (
            .intervention,
            """
            intervention, interventions, treatment, treatments, tx, objective interventions, objective intervention, \
            skilled interventions, skilled intervention, treatment provided, treatment rendered, procedures, \
            therapeutic interventions, skilled services, services provided, treatment today, today's treatment, todays \
            treatment, interventions provided, session, skilled treatment, treatment interventions, objective \
            treatment, activities, treatment details, intervention details, treatment performed, therapy provided
            """
        ),
        (
            .billing,
            """
            billing, cpt, charges, cpt codes, billing and time, time, time and units, units, coding, billing codes, \
            charge capture, treatment time, minutes, time log, billing summary, procedure codes, billing information, \
            charge codes, codes, services billed, time and billing
            """
        ),
        (
            .response,
            """
            response, response to treatment, patient response, tolerance, response to intervention, pt response, \
            response to tx, response to therapy, client response, patient tolerance
            """
        ),
        (
            .recommendations,
            """
            recommendations, recommendation, recs, rec, disposition, discharge plan, follow up, discharge \
            recommendations, home program, hep, home exercise program, after care, aftercare, discharge instructions, \
            dc recommendations, d c recommendations, d c plan, dc plan, patient education, education, follow up plan, \
            discharge disposition, diet recommendations, carryover, aftercare plan, after care plan, home instructions, \
            after discharge, home plan, home programme, home exercise programme, going forward, next for the patient, \
            plan after discharge, plan after therapy, care after discharge, from here on, what comes next, at home from now on
            """
        ),
        (
            .reason,
            """
            reason for discharge, reason for dc, reason for d c, discharge reason, reason for discontinuation, reason \
            discharged, reason for ending therapy, reason, why therapy ended, reason for closure, \
            why we stop, why we stopped, why we end, why discharged, why discharge, why now, grounds for discharge, cause of discharge
            """
        ),
        (
            .status,
            """
            status at discharge, discharge status, functional status, current status, current level of function, clof, \
            current function, status, current functional status, discharge function, function at discharge, functional \
            limitations, functional deficits, current level
            """
        ),
        (
            .signature,
            """
            signature, signatures, therapist signature, clinician signature, signed, electronically signed, provider \
            signature, completed and signed, attestation, e signed, digitally signed
            """
        ),
        (
            .other,
            """
            precautions, allergies, medications, meds, medication, vitals, vital signs, demographics, insurance, \
            comments, addendum, supervision, equipment, orders
            """
        ),
    ]
}
