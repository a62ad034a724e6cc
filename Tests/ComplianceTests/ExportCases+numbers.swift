extension ExportCases {
    static let numbers: [String] = [
        "The claim number from the carrier is ⟦LHW-2025-30887⟧.",
        "Driver's plate for parking permit ⟦KHN 482⟧.",
        "AUTO CLAIM NUMBER ⟦CLM-7741-90Q⟧; TRUCK PLATE ⟦NM 4471 KL⟧",
        "Plate on file ⟦KJT-4409⟧. Adapted van VIN ⟦2FMDK4KC8ABA91475⟧.",
        "about Mr. ⟦Thériault⟧, record ⟦AVT2209⟧, of ⟦6 Academy Street⟧",
        "Power chair (frame no. ⟦PM4-882-01937⟧) was tuned.",
        "Pacemaker interrogated, serial ⟦BSX 760114⟧.",
        "Voice prosthesis lot/serial ⟦PVX-2-77810⟧ changed.",
        "DBS left chest, device serial ⟦NJV 5502913⟧, last programmed in clinic.",
        "UDI ⟦(01)00812345678901(17)271231(21)A4471⟧ on the stem.",
        "Facial recognition template ⟦FRT-55-10293⟧ removed from the door system.",
        "the speaker-verification profile ⟦SPK-3391-OB⟧ at his bank was retired.",
        "Fingerprint ID ⟦FP-00218-77⟧ on file. Retina scan ⟦RS-7741-2⟧.",
        "⟦Ada Kirkbride⟧, OTR/L   ⟦2026-03-12⟧ 14:47   VA OT ⟦0119-008812⟧",
        "⟦Joan Plum⟧, MA, CCC-SLP / ⟦March 26th, 2026⟧ / license ⟦SLP 2291 WY⟧",
        "Portal user ⟦mkettle_47⟧; e-mail ⟦m.kettle (at) example (dot) org⟧.",
        "Mail ⟦j.doe @ example . com⟧ or ⟦portal.clinic.example/p/77120⟧.",
        "Photo ⟦vance_gait_left.jpg⟧ saved to the chart.",
        "client IP ⟦198.51.100.42⟧; meeting ID ⟦884 2213 0097⟧",
        "ph ⟦515 555 0166 x12⟧",
        "tel ⟦775/555-0158⟧, f: ⟦775/555-0159⟧",
        "DL # ⟦F460-7712-8834⟧, chart # ⟦N-60144⟧, acct ⟦0045-88123⟧",
        "ltc policy no ⟦HP-2209914⟧; auth # ⟦A-77120-33⟧ for 12 visits",
        "MR NUMBER ⟦BH019955⟧   EMPI ⟦E4471903⟧   Patient no. ⟦DNP 31876⟧",
        "Workers' comp / study   Study ID ⟦MSW-014-77⟧",
        "SSN ⟦412-08-7761⟧ | Insurance ID | ⟦XQH8830417⟧",
        "ssn_last_header= ⟦531-44-9028⟧",
        "driver lic. ⟦RT553108⟧; badge number ⟦44-1902⟧",
    ]

    static let persons: [String] = [
        "poc faxed to ⟦k. ostrowski⟧ at ⟦802 555 0183⟧ today.",
        "Patient: ⟦Yara Okonjo⟧\nComadre ⟦Socorro⟧ in waiting room. Ex-wife ⟦Halina⟧ called.",
        "Husb ⟦Gaston⟧ helps am/pm. Dtr ⟦Min-ji⟧ attends; HEP given to ⟦Min-ji⟧.",
        "Name: ⟦Barnaby Winterbourne⟧\n⟦Winterborne⟧ walked 40 ft. ⟦Winterbourn⟧'s gait is slow.",
        "Patient: ⟦Hope Tallchief⟧\n⟦Hope⟧ reports pain. Hope to wean the cane.",
        "Patient: ⟦Mark Estevez⟧\n⟦Mark⟧ walked to the 10 ft mark. ⟦Mark⟧'s knee is stiff.",
        "Patient: ⟦Grace Oduya⟧\n⟦Grace⟧ tolerated treatment. Daughter ⟦Faith⟧ present.",
        "Patient: ⟦Will Tsosie⟧\nPt will continue. ⟦Will⟧ will return Friday. Will progress reps.",
        "Patient: ⟦Rose Benally⟧\n⟦Rose⟧ rose from chair. HR rose to 110.",
        "Spoke with ⟦T. R. Anand⟧ about WBAT; Dr. ⟦Anand⟧ agrees.",
        "Interpreter ⟦Yusra Haddad⟧ by video. Ref ⟦P. Grimaldi⟧, MD (ENT).",
        "Signed ⟦Mara Kleinschmidt⟧ MA CCC-SLP    ⟦11/05/2024⟧",
        "Student: ⟦Ptolemy Grange⟧, OTS.  ⟦Constance Ashdown⟧, OTR/L",
        "He walked with his son-in-law ⟦Bo⟧ and his grandson ⟦Wyatt⟧.",
        "Emergency contact: ⟦Ulysses Fontaine⟧ (nephew), ⟦804-555-0150⟧",
    ]

    static let ages: [String] = [
        "Mrs. ⟦Agnew⟧ (⟦97⟧) lives with her husband, ⟦95⟧, on one floor.",
        "Patient: ⟦Ann Orr⟧\n⟦Ann⟧ is ⟦93⟧. She turned ⟦93⟧ in spring. She is ⟦93⟧ and was born in ⟦1930⟧. Seen ⟦5/5/2024⟧.",
        "Patient: ⟦Maureen Pyle⟧. ⟦Maureen⟧, ⟦91⟧, walks with a cane.",
        "DOB: ⟦October 3rd, 1934⟧   (⟦91⟧ years)   Visit ⟦1/5/2026⟧",
        "Mother was ⟦ninety-four⟧ and active. In her ⟦90⟧s.",
        "resident age ⟦91⟧  b. ⟦1933⟧  dos ⟦6/24/25⟧",
    ]

    static let days: [String] = [
        "Respectfully,\n⟦21 January 2025⟧",
        "last visit ⟦8/28⟧; next visit ⟦9/4⟧. Today is visit 6/16.",
        "| Measure | ⟦7/24⟧ | ⟦8/21⟧ |\n|---|---|---|\n| Knee flexion | 74 deg | 108 deg |",
        "Seen ⟦3/4⟧, ⟦3/6⟧ and ⟦3/11⟧. Quads 4/5, hams 4+/5.",
        "FEES of the ⟦19th⟧; ⟦2 April 2026⟧ report. Onset ⟦30 Jun 2025⟧.",
    ]
}
