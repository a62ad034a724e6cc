/// Labels as people write them, folded. A word with other meanings asks for a sign of a number behind it.
extension NumberLabel {
    static let records =
        list(
            .mrn, .optional,
            """
            mrn, mrns, medical record, med record, med rec, medrec, medical rec, health record, hospital number, hosp number,
            chart number, record number, patient id, pt id, client id, resident id, patient number, pt number, client number,
            resident number, emr id, ehr id, epic id, empi, mpi, hrn, pid, urn, unit record, unit number, patient identifier,
            facesheet, enterprise id, person id, person number, case record, rec number, medical number, mrun, mr number,
            acct mrn, patient ref, pt ref, patient code, client ref, chart id, legacy id, visit mrn, patient file, client file,
            resident file, medical file, med file, chart file, file ref, hospital ref, chart ref, record ref, record id,
            clinic number, clinic id, clinic no, admission number, admission id, admit number, nhs number, health number,
            health card, historia clinica, expediente, dossier number, patientennummer, pasientnummer, patient index
            """)
        + list(
            .mrn, .required,
            """
            mr, m r, m r n, chart, record, rec, emr, ehr, folder, cmrn, file number, cht, epic, file, dossier, folio, jacket, nhs,
            phn, ohip, records
            """)
        + list(.mrn, .required, least: 6, "no")
        + list(.mrn, .number, "hospital, hosp, patient, pt, client, resident, person, identifier")
        + list(.mrn, .optional, least: 5, "id")

    static let plans =
        list(
            .planID, .optional,
            """
            mbi, hicn, hic, medicare beneficiary, medicare id, medicare number, medicaid id, medicaid number, medicaid, medi cal id,
            member id, member number, memberid, subscriber id, subscriber number, policy number, policy id, group number, group id,
            plan id, plan number, insurance id, insurance number, ins id, ins number, beneficiary id, beneficiary identifier,
            beneficiary number, insured id, insured number, health plan id, payer id, policyholder id, cin, champva id, tricare id,
            certificate number, rxbin, rx bin, rxpcn, rx pcn, rxgrp, rx grp, recipient id, recipient number, card id
            """)
        + list(
            .planID, .required,
            """
            medicare, medicare a, medicare b, medicare part a, medicare part b, mcr, mcd, mcaid, member, subscriber, policy, group,
            grp, insured, bcbs, blue cross, blue shield, blue cross blue shield, aetna, cigna, humana, uhc, united healthcare,
            unitedhealthcare, kaiser, tricare, anthem, molina, medi cal, hmo, ppo, bin, pcn, centene, wellcare, health net,
            ambetter, railroad medicare, champva
            """)
        + list(
            .planID, .number,
            "plan, insurance, ins, beneficiary, payer, payor, coverage, supplement, secondary, primary")

    static let accounts =
        list(
            .account, .optional,
            """
            acct, account, accnt, a / c, patient account, pt account, pt acct, patient acct, account id, guarantor id,
            guarantor account, visit account, financial number, hospital account, har, bank account, card number, billing account,
            billing id
            """)
        + list(.account, .required, "fin, invoice, guarantor, receipt, remittance, iban, routing")
        + list(.account, .number, "statement, billing, payment, card")

    static let licences =
        list(
            .license, .optional, sub: "PROVIDER",
            """
            npi, dea, upin, lic, license, licence, state license, state lic, pt license, ot license, slp license, license number,
            license id, npi number, registration number, national provider identifier, asha number, asha id, ptan, nbcot, taxonomy
            """)
        + list(.license, .required, sub: "PROVIDER", "asha, licensure, tin, tax id, ein, credential, caqh")
        + list(
            .license, .number, sub: "PROVIDER",
            "registration, reg, certification, cert, certificate, provider, therapist")
        + list(
            .license, .optional,
            """
            driver license, drivers license, driver's license, driver licence, driver's licence, driving licence, driver lic, dl,
            operator license, driver id, id card, real id, oln, cdl
            """)

    static let things =
        list(
            .vehicle, .optional, value: .plate,
            """
            plate, plates, tag, tags, registration plate, placard, permit plate, license plate, license plates, lic plate,
            licence plate, plate number, number plate, handicap placard, parking placard, disability placard, vehicle plate,
            van plate, car plate, vehicle tag, license tag, truck plate, plate no, tag number, van tag, car tag, lift van
            """)
        + list(.vehicle, .optional, least: 11, "vin, vehicle identification number, vehicle id")
        + list(
            .device, .optional,
            """
            s / n, serial, serial number, ser no, ser num, device id, device serial, udi, imei, asset tag, equipment id, equip id,
            device number, implant serial, pump serial, unit serial, mac address, sernum, model number, part number,
            implant id, frame number, chassis number, device sn, hearing aid serial,
            aid serial, unit id, lot number, ref number, sn number, serial num
            """)
        + list(
            .device, .required,
            """
            sn, ser, model, lot, asset, transmitter, pacemaker, stimulator, catalog, sku, p / n, gtin, frame, chassis, processor,
            prosthesis, hearing aid, generator, defibrillator
            """)
        + list(.device, .number, "device, implant, pump, icd, cat, part, batch, equipment, equip, mod")

    static let people =
        list(
            .biometric, .optional,
            """
            voiceprint, voice print, fingerprint, finger print, thumbprint, thumb print, palm print, palmprint, retinal scan,
            retina scan, iris scan, faceprint, face print, face id, facial id, voice id, biometric id, biometric,
            biometric template, biometric code, biometric hash, voice signature, iris code, hand geometry, vein scan,
            facial recognition, face recognition, speaker verification, voice verification,
            voice template, voice profile, voice model, speaker profile, speaker id, fingerprint template, finger template,
            face template, facial template, facial scan, iris template, retina template, retinal template, palm vein,
            palm scan, gait signature, gait template, biometric enrollment, biometric record, face geometry, palm id, iris id,
            voice bank, voicebank, voice bank profile, speaker print, speakerprint, speaker template, speaker model,
            voice embedding, voice reference, handprint, hand print, earprint, ear print, finger vein, facial profile,
            dna profile, genetic profile, signature template, keystroke profile, gait profile, retinal profile,
            voice biometric, thumb scan, finger scan, fingerprint scan, fingerprint id, retina id
            """)
        + list(
            .otherID, .optional, least: 3, value: .user,
            """
            username, user name, portal user, portal username, portal login, login name, login id, screen name, screenname,
            skype id, skype name, facebook name, instagram, handle, password, passcode, passphrase, portal account,
            portal id, mychart user, mychart login,
            mychart username, app user, app login, app username, patient login, telehealth user, facetime, account name,
            screen id, telegram, login user
            """)

    static let codes =
        list(
            .otherID, .optional,
            """
            claim, wc claim, comp claim, workers comp claim, claim id, case id, study id, subject id, participant id, research id,
            trial id, referral id, authorization, authorisation, prior authorization, prior auth, preauth, preauthorization,
            precert, precertification, auth, authorization id, auth code, confirmation, confirmation code, encounter id, visit id,
            employee id, student id, badge id, passport, inmate id, booking id, user id, userid, docket, ssi claim, incident id,
            tracking id, appointment id, session id, claim number, claim ref, auto claim, file claim, injury claim, adjuster claim,
            case file, matter number, docket number, police report, incident report, referral number, auth number,
            tribal id, tribal enrollment, census number, student number, employee number, badge number, member code,
            order id, accession, sample id, specimen id, enrollment id, client code,
            access code, hep code, program code, patient code, zoom id, meeting id, veteran id, military id, dod id, edipi,
            worker id
            """)
        + list(
            .otherID, .required,
            """
            case, study, subject, participant, trial, referral, accession, ticket, incident, encounter, reference, ref, tracking,
            specimen, badge, employee, student, transaction, rx, prescription, csn, voucher, contract, permit, locker, adjuster,
            wc, workers comp, irb, enrollment, req, requisition, work order, po
            """)
        + list(
            .otherID, .number,
            "order, key, comp, protocol, call, job, pass, visit, cause, event, report, approval, pin")
}
