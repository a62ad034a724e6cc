extension Words {
    static let people: [(WordKinds, String)] = [
        (
            .title,
            "mr mrs ms miss mx dr drs doctor prof professor rev reverend sra señora senora señor senor pastor rabbi imam officer capt captain sgt lt col deacon"
        ),
        (.doctor, "dr drs doctor prof professor"),
        (
            .relation,
            """
            daughter daughters son sons wife husband spouse partner mother mom mum mommy father dad daddy sister sisters brother
            brothers aunt uncle niece nieces nephew nephews cousin cousins grandson grandsons granddaughter granddaughters
            grandmother grandfather grandma grandpa granny nana grandchild grandchildren grandparent stepson stepdaughter
            stepmother stepfather stepmom stepdad stepbrother stepsister law caregiver caregivers caretaker carer neighbor
            neighbors neighbour friend friends roommate housemate girlfriend boyfriend fiance fiancee guardian parent parents
            companion supervisor coworker teacher coach landlord babysitter sitter attendant twin child children sibling
            siblings relative goddaughter godson godmother godfather widow widower boss manager dtr dau dtrs dgtr dtrs' husb hubby comadre compadre
            abuela abuelo tia tio tía tío grandniece grandnephew grandkid grandkids godchild classmate colleague coworkers
            lodger tenant boarder flatmate auntie aunty uncles aunts grandparents oma opa nonna nonno
            stepsister stepsiblings godparent godchildren godparents landlady chaperone sis bro great-grandson great-granddaughter
            grandsons great-aunt great-uncle ex-wife exwife kid kids bf gf fiancée stepchild inlaw twins roomate carers aunt-in-law
            """
        ),
        (
            .credential,
            """
            md dpt otr otd cota pta slpa ccc rn lpn lvn np cnp fnp crnp aprn dnp cns dpm dds dmd phd psyd edd mpt mspt mot msot
            bsot cht ocs ncs gcs scs pcs lcs faaompt atc cscs lcsw lmsw msw lsw rd ldn cna cma cfy spt spta sot sota ota otas
            slp otl mha mph mba facs faap pharmd chiropractor podiatrist physiotherapist psychologist bcs cbis bcba ot/l pac
            clt cpo cp ctrs mt-bc cf ots dpts mots otas ptas slpa spta cfy rpt lpta rrt rcp agnp pmhnp whnp cnm crna faota otds
            arnp fnp-c fnpc cho cprp lmt cmt rpsgt
            """
        ),
        (.looseCredential, "pt ot slp pa ms ma do dc od bs ba med cf c l m s"),
        (
            .humanVerb,
            """
            reports report reported states stated denies denied says said verbalizes verbalized verbalised verbalises expresses
            expressed wants wanted lives lived told tells feels felt agrees agreed arrived arrives tolerated tolerates presents
            presented attended attends ambulates ambulated performed performs required requires demonstrates demonstrated
            complains complained declined declines refused refuses requested requests enjoys enjoyed likes hopes helps helped
            assisted assists accompanied brought drove drives called calls came comes continues understands understood
            completed completes participated participates noted notes mentioned mentions explained asked asks answered
            described describes needs needed walks walked returned returns worked works retired thinks thought believes plans
            planned lifts hopes prefers uses used takes took sleeps slept woke fell stays stayed cooks cooked visits visited
            benefits benefited responded responds engaged engages appeared appears seemed seems confirmed confirms
            wishes wished recalls recalled remembers remembered admits admitted endorses endorsed struggles struggled
            provides provided cares cared moved sat stood stands transferred transfers followed follows initiated exhibits
            exhibited displayed displays received receives was's met verbalising went goes gave gives made makes got gets
            """
        ),
        (.copula, "is was has had will can could would should does did isn't wasn't hasn't may"),
        (
            .contact,
            "call called contact contacted text texted phone phoned spoke speak talked saw met notified informed emailed per w with asked faxed messaged paged consulted"
        ),
        (
            .humanNoun,
            "patient pt client resident member mr mrs man woman gentleman lady male female veteran student boy girl"
        ),
        (
            .particle,
            "de la las los van von der den del della di da dos das du le bin ibn al el ben abu ter st mc mac san santa y"
        ),
        (.suffix, "jr sr ii iii iv esq"),
        (.auxiliary, "will may can must might shall"),
    ]
}
