extension Words {
    static let places: [(WordKinds, String)] = [
        (
            .facilityHead,
            """
            hospital clinic clinics center centre centers institute snf alf hospice infirmary sanatorium pavilion village manor
            rehab rehabilitation therapy living nursing healthcare health hospitals orthopedics orthopaedics physiotherapy
            care medicine wellness lodge residence residences terrace gardens estates commons community associates partners
            services system group facility home homes ltac ltach irf vamc university pharmacy convalescent retirement
            """
        ),
        (
            .facilityGeneric,
            """
            hospital clinic clinics center centre centers institute snf alf hospice rehab rehabilitation therapy therapies living
            nursing healthcare health physiotherapy care medicine medical wellness residence community associates partners
            services service system group facility facilities home homes outpatient inpatient physical occupational speech
            language pathology swallow swallowing voice hand balance wound pain sports sport surgery surgical surgeon spine joint
            orthopedic orthopaedic orthopedics neuro neurological cardiac pulmonary pediatric pediatrics geriatric adult day
            senior seniors assisted independent memory skilled acute subacute sub-acute sub long term short stay local same
            upper lower limb lymphedema vestibular aquatic urgent emergency er icu ed & and the of a an for at in general
            department dept unit program programs office our her his their this that another private primary family specialty
            specialist trauma stroke brain cancer oncology dialysis imaging fitness recreation activity church dining
            exercise group personal board transitional post post-acute extended progress note notes report daily initial
            evaluation discharge treatment plan summary visit new old ltc
            """
        ),
        (
            .streetSuffix,
            """
            street st avenue ave av road rd boulevard blvd lane ln drive dr court ct circle cir way place pl terrace ter trail
            trl parkway pkwy highway hwy loop square sq pike row run path crossing xing alley plaza plz point pt cove cv ridge rdg
            bend walk mews close crescent cres turnpike tpke expressway expy freeway fwy route rte glen hollow holw landing
            manor meadows view vista heights hts hill hills park green grove gardens estates causeway branch creek commons
            """
        ),
        (
            .streetUnit,
            "apt apartment unit suite ste floor fl room rm lot bldg building trailer trlr space spc # no box"
        ),
        (.direction, "n s e w ne nw se sw north south east west northeast northwest southeast southwest"),
        (
            .placeCue,
            """
            in to from near at visiting toward towards outside leaving around through
            """
        ),
    ]
}
