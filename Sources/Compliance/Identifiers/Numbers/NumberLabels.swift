/// Words that announce an identifier: `MR#`, `Record No.`, `Member ID:`, `Lic #`.
struct NumberLabel: Sendable {
    enum Mark: Sendable {
        /// The number may follow the words directly.
        case optional
        /// `#`, a colon, No., number or ID must stand between, for the words have other meanings.
        case required
    }

    enum Value: Sendable {
        /// Letters and digits with hyphens, points or slashes inside, at least one of them a digit.
        case code
        /// `NLC 2258`, `7ABC123`.
        case plate
        /// A user's name; digits are not needed.
        case user
    }

    let words: [String]
    let type: IdentifierType
    let sub: String?
    let mark: Mark
    let value: Value
    /// The fewest letters and digits.
    let least: Int

    /// Labels by their first word, longest first.
    static let byFirstWord: [String: [NumberLabel]] = {
        var table: [String: [NumberLabel]] = [:]
        for label in all { table[label.words[0], default: []].append(label) }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static func list(
        _ type: IdentifierType, _ mark: Mark, least: Int = 4, sub: String? = nil, value: Value = .code, _ labels: String
    ) -> [NumberLabel] {
        labels.split(separator: ",").map { label in
            let words = label.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
            return NumberLabel(words: words, type: type, sub: sub, mark: mark, value: value, least: least)
        }
    }

    private static let all: [NumberLabel] =
        records + plans + licences + things
        + list(
            .account, .optional,
            """
            acct, account, accnt, a / c, patient account, pt account, pt acct, patient acct, account id, guarantor id, guarantor account, visit account,
            financial number, hospital account, har, bank account, card number, billing account, billing id
            """)
        + list(
            .account, .required,
            "fin, invoice, statement, guarantor, billing, receipt, remittance, payment, card, iban, routing")
        + list(
            .otherID, .optional,
            """
            claim, wc claim, comp claim, workers comp claim, claim id, case id, study id, subject id, participant id, research id, trial id, referral id,
            authorization, authorisation, prior authorization, prior auth, preauth, preauthorization, precert, precertification, auth, authorization id, auth code, confirmation, confirmation code, encounter id, visit id, employee id, student id,
            badge id, passport, inmate id, booking id, user id, userid, docket, ssi claim, incident id, tracking id, appointment id, session id, order id,
            accession, sample id, specimen id, enrollment id, client code, access code, veteran id, military id, dod id, edipi, worker id
            """)
        + list(
            .otherID, .required,
            """
            case, study, subject, participant, trial, referral, order, accession, ticket, incident, encounter, reference, ref, tracking, specimen, file,
            badge, employee, student, transaction, rx, prescription, csn, voucher, contract, permit, locker, key, adjuster, wc, comp, workers comp, cert,
            certificate, irb, protocol, enrollment, req, requisition, call, job, work order, po, pass, visit, cause, event, report, approval
            """)
        + list(
            .otherID, .optional, least: 3, value: .user,
            """
            username, user name, portal user, portal username, portal login, login name, login id, screen name, screenname, zoom id, meeting id, skype id,
            skype name, facebook name, instagram, handle
            """)

    private static let records =
        list(
            .mrn, .optional,
            """
            mrn, mrns, medical record, med record, med rec, medrec, medical rec, health record, hospital number, hosp number, chart number, record number,
            patient id, pt id, client id, resident id, patient number, pt number, client number, resident number, emr id, ehr id, epic id, empi, mpi, hrn,
            pid, urn, unit record, unit number, patient identifier, facesheet, enterprise id, person id, person number, case record
            """)
        + list(
            .mrn, .required,
            "mr, m r, m r n, chart, record, rec, hospital, hosp, patient, pt, client, resident, emr, ehr, folder, person, identifier, cmrn"
        )
        + list(.mrn, .optional, least: 5, "id")

    private static let plans =
        list(
            .planID, .optional,
            """
            mbi, hicn, hic, medicare beneficiary, medicare id, medicare number, medicaid id, medicaid number, medicaid, medi cal id, member id, member number,
            memberid, subscriber id, subscriber number, policy number, policy id, group number, group id, plan id, plan number, insurance id,
            insurance number, ins id, ins number, beneficiary id, beneficiary identifier, beneficiary number, insured id, insured number, health plan id, payer id,
            policyholder id, cin, champva id, tricare id, certificate number, rxbin, rx bin, rxpcn, rx pcn, rxgrp, rx grp, recipient id, recipient number, card id
            """)
        + list(
            .planID, .required,
            """
            medicare, medicare a, medicare b, medicare part a, medicare part b, member, subscriber, policy, group, grp, plan, insurance, ins, insured, beneficiary, payer, payor, bcbs,
            blue cross, blue shield, blue cross blue shield, aetna, cigna, humana, uhc, united healthcare, unitedhealthcare, kaiser, tricare, anthem,
            molina, medi cal, hmo, ppo, coverage, bin, pcn, centene, wellcare, health net, ambetter, railroad medicare, champva, supplement, secondary, primary
            """)

    private static let licences =
        list(
            .license, .optional, sub: "PROVIDER",
            """
            npi, dea, upin, lic, license, licence, state license, state lic, pt license, ot license, slp license, license number, license id, registration number,
            national provider identifier, asha number, asha id, ptan, nbcot, taxonomy
            """)
        + list(
            .license, .required, sub: "PROVIDER",
            "registration, reg, certification, cert no, asha, licensure, provider, therapist, tin, tax id, ein, credential, caqh"
        )
        + list(
            .license, .optional,
            "driver license, drivers license, driver's license, driver licence, driver's licence, driving licence, dl, operator license"
        )

    private static let things =
        list(
            .vehicle, .optional, least: 4, value: .plate,
            "plate, plates, tag, tags, registration plate, placard, permit plate")
        + list(
            .vehicle, .optional, least: 4, value: .plate,
            """
            license plate, license plates, lic plate, licence plate, plate number, number plate, handicap placard, parking placard, disability placard, vehicle plate, van plate, car plate,
            vehicle tag, license tag
            """)
        + list(.vehicle, .optional, least: 11, "vin, vehicle identification number, vehicle id")
        + list(
            .device, .optional,
            """
            s / n, serial, serial number, ser no, ser num, serial no, device id, device serial, udi, imei, asset tag, equipment id, equip id, device number,
            implant serial, pump serial, unit serial, mac address, sernum, model number, model no, part number, implant id
            """)
        + list(
            .device, .required,
            "sn, ser, model, lot, device, asset, implant, pump, transmitter, pacemaker, icd, stimulator, catalog, cat, part, batch, equipment, equip, sku, p / n, gtin, mod"
        )
        + list(
            .biometric, .optional,
            """
            voiceprint, voice print, fingerprint, finger print, thumbprint, thumb print, palm print, palmprint, retinal scan, retina scan, iris scan, faceprint,
            face print, face id, facial id, voice id, biometric id, biometric, biometric template, biometric code, biometric hash, voice signature, iris code, hand geometry, vein scan
            """)
}
