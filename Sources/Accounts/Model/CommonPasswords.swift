/// Words and keyboard walks that the first guesses of any attacker are made of. They are compared with the whole
/// password after blanks, digits and signs at either end and repetitions are taken off, so "Password2024!" is found by
/// "password".
package enum CommonPasswords {
    package static let set = Set(text.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let text = """
        password passwort passw0rd p@ssword p@ssw0rd pa55word pass passphrase passcode mypassword newpassword
        thisismypassword yourpassword changeme changeit changemenow changethis default defaultpassword temporary temp
        temppassword secret topsecret mysecret letmein letmeinnow letmeinplease openup opensesame access accessdenied
        admin admin123 administrator adminadmin root rootroot toor superuser superadmin sysadmin system manager owner
        guest user username login signin signon welcome welcomeback welcome1 hello hellohello helloworld goodmorning
        test testing tester testtest test1234 demo demouser example sample trial
        qwerty qwertyuiop qwertyui qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl asdfasdf zxcvbn zxcvbnm
        qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1xsw2
        qweasd qweasdzxc qwerasdf asdfjkl asdfghjklqwerty abcd abcdef abcdefg abcdefgh abc123 abcd1234 a1b2c3d4 aabbcc
        123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 654321
        123123 123321 112233 11223344 1122334455 121212 123abc 123qwe 147258369 159753 159357 246810 13579 1357924680
        iloveyou iloveyousomuch iloveme ilovegod loveyou lovelove mylove forever foreverlove sweetheart darling
        princess sunshine shadow master monkey dragon football baseball basketball soccer hockey tennis cricket golf
        superman batman spiderman starwars startrek pokemon minecraft fortnite harrypotter gandalf matrix
        michael jennifer jessica ashley daniel charlie thomas jordan michelle nicole andrew matthew joshua anthony
        killer hunter ranger trustno1 trustnoone whatever nothing something anything blink182 computer internet
        google facebook instagram youtube microsoft windows apple samsung linux android iphone
        freedom liberty america england london liverpool chelsea arsenal manchester germany france paris canada
        spring summer autumn winter january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday birthday christmas
        school teacher student university college classroom attendance register rounds hospital clinic nurse doctor
        medicine therapy patient health
        flower butterfly rainbow chocolate cookie cheese banana orange purple yellow silver golden diamond crystal
        correcthorsebatterystaple
        """
}
