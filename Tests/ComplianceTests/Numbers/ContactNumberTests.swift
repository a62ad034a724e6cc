import Compliance
import Testing

/// Telephone, fax, e-mail, web and network addresses, and what only looks like them.
struct ContactNumberTests {
    @Test(arguments: phones) func phone(_ source: String) { expectNumbers(source) }
    @Test(arguments: phoneTraps) func notAPhone(_ source: String) { expectNumbers(source) }
    @Test(arguments: faxes) func fax(_ source: String) { expectNumbers(source) }
    @Test(arguments: mails) func mail(_ source: String) { expectNumbers(source) }
    @Test(arguments: addresses) func webAddress(_ source: String) { expectNumbers(source) }
    @Test(arguments: networks) func networkAddress(_ source: String) { expectNumbers(source) }

    static let phones = [
        "Home: ⟦PHONE:(303) 555-0147⟧, work ⟦PHONE:303-555-0148 ext. 12⟧",
        "ph ⟦PHONE:303.555.0147⟧",
        "mobile ⟦PHONE:303 555 0147⟧ best after 5",
        "Tel: ⟦PHONE:+1 (303) 555-0147⟧",
        "cell ⟦PHONE:1-303-555-0147⟧",
        "cell: ⟦PHONE:3035550147⟧",
        "Daughter can be reached at ⟦PHONE:303/555-0147⟧.",
        "Front desk ⟦PHONE:303\u{2011}555\u{2011}0147⟧",
        "call ⟦PHONE:555-0147⟧ to cancel",
        "Pager ⟦PHONE:555.0147⟧",
        "Contact ⟦PHONE:(303)555-0147⟧ or ⟦PHONE:(303)-555-0148 x9⟧",
        "Family abroad: ⟦PHONE:+44 20 7946 0958⟧",
        "Emergency contact | spouse | ⟦PHONE:303-555-0147⟧ |",
        "Voicemail left, ⟦PHONE:303 - 555 - 0147⟧; no answer",
        "⟦PHONE:800-555-0199⟧ is the nurse line",
        "t: ⟦PHONE:303.555.0147⟧ | f: ⟦FAX:303.555.0148⟧",
    ]

    static let phoneTraps = [
        "Knee flexion 105-120, shoulder 100-1105 not tested",
        "6MWT 1,050 ft; 2MWT 412 ft; gait speed 0.82 m/s",
        "BP 132/78, HR 74, SpO2 96%, RR 16",
        "97110 30 min, 97140 15 min, 97530 15 min",
        "Allowed to date $2,410.00; balance $310.55",
        "ICD-10 M25.561, Z96.651, S52.502D",
        "8:30-9:15, 10:00 - 10:45",
        "Lot of 10-20-30 reps, 3 x 10 x 15",
        "Steps 1200 1350 1410 per day this week",
        "MMT 4/5 4-/5 3+/5; ROM 120 118 122 degrees",
        "L3-4-5 fusion, C5-6-7; grip 45 48 52 lb",
        "Walked 200-1500 ft per session",
        "Serum 140 4.2 102 24; glucose 100-1200",
        "Pulse 120-160-1400 is no reading",
        "Score 555-0147 items", "Weeks 10-12, visits 1-24",
    ]

    static let faxes = [
        "Fax: ⟦FAX:(303) 555-0148⟧",
        "F ⟦PHONE:303-555-0148⟧",
        "FAX ⟦FAX:303.555.0148⟧ Phone ⟦PHONE:303.555.0147⟧",
        "Plan faxed to ⟦FAX:303 555 0148⟧ on the same day",
        "Ph: ⟦PHONE:303-555-0147⟧   Fax: ⟦FAX:303-555-0148⟧",
        "Office ⟦FAX:303-555-0148⟧ (fax)",
        "fax no. ⟦FAX:3035550148⟧", "Facsimile: ⟦FAX:+1 303 555 0148⟧", "fax # ⟦FAX:555-0148⟧",
        "faxed 3 pages, 2 of 3 received", "Fax confirmation at 10:42, 4 pages", "Faxed plan 12 days ago",
        "re-faxed 2x this week", "Fax cover sheet 1/2", "fax machine down 3 hours",
    ]

    static let mails = [
        "E-mail ⟦EMAIL:rosa.quispe@example.org⟧.",
        "<⟦EMAIL:r_quispe+hep@mail.example.co.uk⟧>",
        "MAIL: ⟦EMAIL:ROSA@EXAMPLE.NET⟧",
        "(⟦EMAIL:o'neil@example.com⟧)", "contact:⟦EMAIL:a1@example.org⟧, thanks",
        "⟦EMAIL:josé.ruiz@example.mx⟧ is preferred", "mailto:⟦EMAIL:x-y@example.info⟧",
        "| e-mail | ⟦EMAIL:fam@example.org⟧ |",
        "pain 3/10 @ rest, 6/10 @ night", "ankle weights 2 lb @60 deg", "NMES @35 Hz, 10 s on",
        "Squats @ bars 3x10", "walk @home with cane", "2L @NC", "ER @45 abd 15", "ultrasound 1.5 W/cm2 @ 1 MHz",
    ]

    static let addresses = [
        "HEP at ⟦URL:https://hep.example.org/p/1843?x=2⟧.",
        "see ⟦URL:www.example.com/stretch⟧, then rest",
        "portal ⟦URL:mychart.example.org⟧ used", "(⟦URL:http://example.net/a_(b)⟧)",
        "VIDEO: ⟦URL:HTTPS://VIDEO.EXAMPLE/V/77⟧", "link ⟦URL:clinic.example/u/99⟧ sent",
        "⟦URL:patients.medbridge.com⟧ code given", "⟦URL:ftp://files.example.org/x⟧",
        "Pt tolerated well.Pain decreased.Net change 2", "e.g. bridges, i.e. supine; a.m. and p.m.",
        "s/p TKA. R.N. notified. Ph.D. student", "b.i.d., q.i.d., p.r.n.", "ROM w.f.l., strength w.n.l.",
        "Dr.Smith called", "Fair.Good balance", "v.2.1 of the form", "home.Care partner present",
    ]

    static let networks = [
        "Telehealth from ⟦IP:203.0.113.77⟧, audio good",
        "IP address: ⟦IP:10.0.0.8⟧:443", "log ⟦IP:2001:db8::8a2e:370:7334⟧",
        "IPv6 ⟦IP:2001:0db8:85a3:0000:0000:8a2e:0370:7334⟧.", "ip ⟦IP:198.51.100.4⟧; ok",
        "Tablet ⟦DEVICE:00:1A:2B:3C:4D:5E⟧ paired", "| IP | ⟦IP:192.0.2.44⟧ |",
        "Goal 1.2.3 met", "1.2.3.4 Patient will walk", "version 2.4.1.10 of the app", "256.1.1.300 is no address",
        "10:30:15 start, 11:15:00 end", "firmware 10.2.3.4", "Section 220.1.2.1", "ratio 1:2:3", "ICD 10.1.2",
    ]
}
