package dev.sentimentagent.sentiment;

import java.util.Arrays;
import java.util.Set;

/**
 * The commonest words of languages, which stand in nearly every sentence of theirs and tell one language from another. A word that two languages share stands under
 * either. A few of the foreign ones are English words as well ("pour", "con", "sans"), so none of them tells anything by itself: a text is foreign that has several, and
 * more of them than of the English ones. Those that developers often write in English, as words, commands or names, are left out, however common they are elsewhere.
 */
final class FunctionWords {
    static final Set<String> ENGLISH = set(
            """
                    the and of to is it that you for on with this have are be not but they was what your can just my if at from there or how would about
                    like when it's don't i'm all get than then some which their""");

    static final Set<String> FOREIGN = set(
            """
                    der und ich ist nicht das ein eine mit auf auch wie aber wird sich für von den dem zu des oder sind werden wenn durch einer eines
                    einen einem über aus zur zum noch dass diese dieser dieses wurde haben sein vom nach bei sie wir ihr mich mir kein keine schon immer
                    hier muss müssen können unter zwischen ohne gibt sehr weil doch jetzt nein habe nur mehr kann

                    el los las que una por para con pero como más está es muy del en un la de se este esta esto puede cuando también sobre entre desde
                    hasta donde todo todos cada otro otra porque nada bien así aquí qué cómo fue han tiene hacer usar si lo ser

                    le les une est pas pour dans qui sur avec je et c'est au aux ce cette ces sont ou où mais nous vous ils elle être fait peut tous
                    même comme ne sa ses leur lui d'un d'une qu'il n'est j'ai qu'on sans sous donc alors très aussi été avoir du

                    os um uma não com mas é isso você da dos das na nos ao aos à às mais foi são ou quando muito também já pelo pela pode esse essa seu
                    sua ele ela eu nós até sem depois só tem ter

                    il che di sono della gli è dei delle degli nel nella alla alle anche più questo questa questi essere può viene hanno tra cui ogni
                    loro suo già così perché ed dal dalla sul sulla c'è

                    het een van niet voor maar ik dat te zijn wordt worden aan ook als bij naar om uit dan nog wat deze dit heeft hebben geen
                    meer wij hij zij wel tot tussen zonder kan

                    nie się jest że jak od dla lub oraz czy przez tym tego ta są być może który która które tylko jeśli gdy już także jego ich przy ze został
                    można aby bez nad również więc mnie jestem było był

                    bir ve bu için çok ile olarak değil daha gibi kadar yok olan sonra nasıl neden bunu olduğu veya

                    och att det som är på för inte av ett jag från eller när också skulle alla sig detta dessa där här om

                    og ikke et jeg fra når være hvis dette disse denne blev kun ved skal mellem etter hvordan noe

                    ei että tai mutta kun myös jos ole oli niin tämä tämän joka jotka ovat voi kuin vain sitä sen hän minä mitä siitä kanssa ennen jälkeen
                    olla eivät jotta vaikka sekä

                    jsou nebo jako podle při který tento tato toto není být může pokud když také už jsem tak ani až než mezi své má jeho

                    az és hogy nem egy ez meg csak már vagy volt azt ezt kell lesz majd nincs amely ami aki után által lehet minden így még

                    și în cu pe din nu este sunt sau pentru dacă că prin această acest fost fără după când toate

                    yang dan ini itu untuk dengan tidak dari pada adalah saya akan bisa atau juga sudah kamu dalam karena tapi

                    và là của không được một có những này với như trong các người để khi đã cũng""");

    private FunctionWords() {}

    private static Set<String> set(String words) {
        return Set.copyOf(Arrays.asList(words.split("\\s+")));
    }
}
