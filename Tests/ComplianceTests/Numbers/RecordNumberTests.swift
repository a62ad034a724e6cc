import Compliance
import Testing

/// Numbers of the record, of payers and of accounts, of people's registrations, vehicles and devices.
struct RecordNumberTests {
    @Test(arguments: social) func socialSecurity(_ source: String) { expectNumbers(source) }
    @Test(arguments: records) func medicalRecord(_ source: String) { expectNumbers(source) }
    @Test(arguments: plans) func healthPlan(_ source: String) { expectNumbers(source) }
    @Test(arguments: accounts) func account(_ source: String) { expectNumbers(source) }
    @Test(arguments: licences) func licence(_ source: String) { expectNumbers(source) }
    @Test(arguments: vehicles) func vehicle(_ source: String) { expectNumbers(source) }
    @Test(arguments: devices) func device(_ source: String) { expectNumbers(source) }
    @Test(arguments: biometrics) func biometric(_ source: String) { expectNumbers(source) }
    @Test(arguments: others) func otherCode(_ source: String) { expectNumbers(source) }

    static let social = [
        "SSN: ⟦SSN:219-09-9998⟧", "SSN ⟦SSN:219099998⟧", "ss# ⟦SSN:219 09 9998⟧", "⟦SSN:219-09-9998⟧ on card",
        "Social Security No. ⟦SSN:219-09-9998⟧", "| SSN | ⟦SSN:219-09-9998⟧ |", "SSN last 4: ⟦SSN:9998⟧",
        "ssn xxx-xx-⟦SSN:9998⟧", "SSN ending in ⟦SSN:9998⟧", "SSN (⟦SSN:900-70-1234⟧)",
        "Social: ⟦SSN:219099998⟧", "000-12-3456 is a part number", "666-12-3456", "123-00-4567", "123-45-0000",
        "SS 2x10, SS disability filed",
        "social history: lives alone, 4 steps", "219-09-99981", "SSN not given",
    ]

    static let records = [
        "MRN: ⟦MRN:H0412233⟧", "MR# ⟦MRN:42-69-82⟧", "| MR# | ⟦MRN:42-69-82⟧ |", "Record No. ⟦MRN:06542603⟧",
        "Chart # ⟦MRN:RB-82032⟧", "(med rec ⟦MRN:93-85-12⟧)", "pt: f. hand dob 1932-10-08 id ⟦MRN:H0836341⟧",
        "Medical Record Number: ⟦MRN:00 12 44 98⟧", "mrn ⟦MRN:14-28-95⟧\nseen today", "Patient ID: ⟦MRN:A77-1204⟧",
        "MRN:\n⟦MRN:558812⟧", "| Name | MRN | Visit |\n|---|---|---|\n| A. B. | ⟦MRN:558812⟧ | 3 |",
        "M.R. No: ⟦MRN:99120⟧", "MRN ⟦MRN:K558812⟧. Page 2 of 3, ⟦MRN:K558812⟧", "Unit No. ⟦MRN:77-18-20⟧",
        "Pt ID#: ⟦MRN:445566⟧; Chart: ⟦MRN:445567⟧", "Patient No. ⟦MRN:5567-1⟧", "Patient: 97110 25 min, pt: 1050 ft",
        "chart reviewed 3 times", "Pill ID accuracy 40%", "record shows 12 visits", "Mr. K walked 150 ft",
        "MR imaging 12/2024", "medical record reviewed, 4 of 5 goals met", "patient 85 yo", "CPT 97110, 97140",
        "patient # of falls 3", "MRN: none", "ID: 40% accuracy", "hospital stay 10-12 days", "chart: 4/5 MMT",
    ]

    static let plans = [
        "Medicare # ⟦PLAN_ID:1EG4-TE5-MK73⟧", "MBI ⟦PLAN_ID:1EG4TE5MK73⟧", "mbi ⟦PLAN_ID:1eg4-te5-mk73⟧",
        "HIC on card ⟦PLAN_ID:1EG4 TE5 MK73⟧", "Member ID: ⟦PLAN_ID:XYZ123456789⟧", "Policy no. ⟦PLAN_ID:88-1234567⟧",
        "Group # ⟦PLAN_ID:000456⟧", "Medicaid ID ⟦PLAN_ID:9012345678A⟧", "Subscriber ID ⟦PLAN_ID:W1234 56789⟧",
        "| Payer | MBI |\n|---|---|\n| Medicare B | ⟦PLAN_ID:1EG4-TE5-MK73⟧ |", "BCBS ID# ⟦PLAN_ID:ZGP810012345⟧",
        "Insurance ID = ⟦PLAN_ID:55120-77⟧", "Medicare Part B", "Medicare cap $2,410 in 2025", "group therapy 3x/wk",
        "Group # 2", "plan: 2x/wk for 8 weeks", "policy reviewed 2 times", "Plan of care 90 days",
        "insurance allows 20 visits", "member of church choir for 12 years", "Medicare: 12 visits used",
        "Grade 2EG4 TE5 note", "secondary: 4 weeks post",
    ]

    static let accounts = [
        "Acct ⟦ACCOUNT:02655633⟧", "Account #: ⟦ACCOUNT:A-778120⟧", "acct no. ⟦ACCOUNT:77 8120 11⟧",
        "FIN: ⟦ACCOUNT:900128344⟧", "| Acct# | ⟦ACCOUNT:60931419⟧ |", "Guarantor # ⟦ACCOUNT:G55120⟧",
        "Invoice #⟦ACCOUNT:10-5512⟧", "Card on file ⟦ACCOUNT:4111 1111 1111 1111⟧", "Pt. account ⟦ACCOUNT:558120⟧",
        "FIN ⟦ACCOUNT:900128344⟧", "Billing: 97110 2 units",
        "$2,522 allowed YTD (OT)", "YTD: 2,410.00", "on account of pain 4/10", "account for 3 errors",
        "payment 85% since 2022", "takes into account 12 items", "fin 4 of 5", "statement: 12 items",
        "billing 97110 x 2", "KX past 2410 dollars",
    ]

    static let licences = [
        "Lic #⟦LICENSE:PT-63566⟧", "NPI ⟦LICENSE:1234567893⟧", "license no. ⟦LICENSE:40QA01234500⟧",
        "State Lic. ⟦LICENSE:OT80733⟧", "DEA ⟦LICENSE:BS1234563⟧", "signed ⟦LICENSE:AB1234563⟧ on file",
        "ASHA # ⟦LICENSE:01234567⟧", "NPI: ⟦LICENSE:1437301361⟧", "Driver's license ⟦LICENSE:D123-4567-8901⟧",
        "Certification # ⟦LICENSE:OCS-20118⟧", "lic# ⟦LICENSE:slp-93050⟧",
        "License: ⟦LICENSE:CA PT 12346⟧", "Lic. No. ⟦LICENSE:PT 12345⟧", "DL# ⟦LICENSE:OH RX123456⟧", "cert 12-16-24",
        "certification 12/16/24 to 3/15/25", "Cert period: 90 days", "recert due in 10 visits", "licensed since 2010",
        "registration at 8:30", "license to drive, passed 3 of 4 tests", "reg diet, thin liquids", "provider: 2 visits",
        "unlicensed aide 15 min",
    ]

    static let vehicles = [
        "Drives a van, plate ⟦VEHICLE:NLC 2258⟧", "license plate ⟦VEHICLE:7ABC123⟧", "car, tag ⟦VEHICLE:ABC-1234⟧",
        "VIN ⟦VEHICLE:1HGCM82633A004352⟧", "⟦VEHICLE:1M8GDM9AXKP042788⟧ on the lift van",
        "Vehicle: 2016 sedan, plate: ⟦VEHICLE:4KLM56⟧", "plate # ⟦VEHICLE:BNP 5698⟧",
        "drives truck plate ⟦VEHICLE:123 XYZ⟧",
        "Disability placard ⟦VEHICLE:P551203⟧",
        "ORIF with volar plate 2.4 mm", "plate and 6 screws", "Footplate 90 degrees", "Plate guard, 2 meals",
        "foot plate set at 12 in", "Drives a van, transfers 4 times", "plate fixation 2019", "vinyl brace 12345",
        "distal radius plate ORIF 2024", "dinner plate method 50%",
    ]

    static let devices = [
        "Power chair S/N ⟦DEVICE:QX0121390B⟧", "Pacemaker (serial # ⟦DEVICE:PM-872817⟧)", "SN: ⟦DEVICE:77120-AA⟧",
        "prosthesis model # ⟦DEVICE:3R80-7⟧, serial no. ⟦DEVICE:2023-1188⟧", "Serial number ⟦DEVICE:551200⟧",
        "UDI ⟦DEVICE:00844588003288⟧", "IMEI ⟦DEVICE:356938035643809⟧", "Lot # ⟦DEVICE:K7712⟧", "s/n:⟦DEVICE:a55120⟧",
        "Seat S/N: ⟦DEVICE:AB 1234 5678⟧", "generator SN ⟦DEVICE:ABC123456H⟧", "Part: 97530 15 min",
        "Jamar position 2, 45 lb", "NuStep level 4 x 8 min", "serial sit to stand 5 reps", "serial sevens 4/5",
        "a lot better, 3 of 10", "model of care 2025", "L300 Go stimulator on", "pump 20 reps", "Biodex level 8",
        "serial casting 2 weeks", "part of 12 sessions", "SN in 2 weeks",
    ]

    static let biometrics = [
        "Voiceprint ID ⟦BIOMETRIC:VP-20418⟧", "fingerprint # ⟦BIOMETRIC:FX88120⟧", "voice print: ⟦BIOMETRIC:8812-04⟧",
        "Iris scan id ⟦BIOMETRIC:IR0093⟧", "Face ID template ⟦BIOMETRIC:9f31c2⟧", "biometric code ⟦BIOMETRIC:B7-1120⟧",
        "palm print ⟦BIOMETRIC:PP44120⟧",
        "MPT 5.2 s, 68 dB", "fingerprint 10 of 10 lifted", "voice 72 dB at 30 cm", "face symmetric 2/2",
        "pitch 180-220 Hz", "Retinal exam 2024", "voice therapy 8 visits", "finger to nose 4/5", "VHI-10 18",
    ]

    static let others = [
        "claim # ⟦OTHER_ID:WC-8509958⟧ closed", "Case No. ⟦OTHER_ID:24-CV-1182⟧", "Study ID: ⟦OTHER_ID:STR-0441⟧",
        "Referral #⟦OTHER_ID:R5512003⟧", "Auth # ⟦OTHER_ID:A00123456⟧", "prior authorization ⟦OTHER_ID:55120034⟧",
        "portal user ⟦OTHER_ID:kbrown52⟧", "username: ⟦OTHER_ID:r_quispe⟧", "Rx # ⟦OTHER_ID:7712044⟧",
        "Accession no. ⟦OTHER_ID:A24-11820⟧", "Participant ID ⟦OTHER_ID:P-0031⟧", "Ticket #⟦OTHER_ID:558120⟧",
        "Zoom meeting ID ⟦OTHER_ID:812 3456 7890⟧", "password: ⟦OTHER_ID:Xy12ab⟧!", "HEP code: ⟦OTHER_ID:ABC123XY⟧",
        "Subject ⟦OTHER_ID:1003-22⟧", "Claim: ⟦OTHER_ID:12345-01⟧", "Order: 97110, 97112", "report: 12 visits",
        "case manager notified 2x", "in case 3 of pain", "study of 12 weeks", "referral 12/16/24", "Visit # 12",
        "authorized 12 visits", "auth for 24 visits through 2025", "order signed 12/20/24", "case 2 weeks ago",
        "reference 5/5", "protocol phase 2", "Claim 2025", "10 visits authorized", "session # 3 of 12",
    ]
}
