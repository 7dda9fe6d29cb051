package dev.sentimentagent.server.trending;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing of what a title is about. */
final class StopWords {
    private static final String ENGLISH = """
            a about above across actual actually after afterwards again against ago ain all almost alone along already also although always am
            among an and another any anybody anyhow anymore anyone anything anyway anyways anywhere apparently are aren arent around as at away
            back be became because become becomes been before behind being below beside besides between beyond both bring but by
            came can cannot cant come comes coming could couldnt
            day days did didnt different do does doesnt doing done dont down during
            each either else end enough entire especially even ever every everybody everyone everything everywhere exactly except
            far feel feeling feels felt few finally find finding first for found from front full fully further
            gave get gets getting give given gives giving go goes going gone gonna good got gotta great
            had hadnt half happen happened happening happens hardly has hasnt have havent having he hence her here heres hers herself him
            himself his hour hours how however
            i if ill im in indeed inside instead into is isnt it itd itll its itself ive id
            just keep keeps kept kind knew know known knows
            last lately later latter least less let lets like likely literally little ll long longer look looked looking looks lot lots
            made make makes making many may maybe me mean means meant meanwhile might mine minute minutes month months more moreover most mostly
            much must my myself
            nah near nearly need needed needing needs neither never nevertheless new next no nobody non none nope nor not nothing now nowhere
            obviously of off often oh ok okay old on once one ones only onto or other others otherwise ought our ours ourselves out over own
            part past per perhaps please possible possibly pretty probably put puts
            quite rather re really recent recently regarding right
            said same saw say saying says see seeing seem seemed seems seen several shall she should shouldnt show since so some somebody
            someday somehow someone something sometime sometimes somewhat somewhere soon still stuff such suddenly super sure
            take taken takes taking talk tell than thank thanks that thatll thats the their theirs them themselves then there therefore theres
            these they theyll theyre theyve thing things think thinking thinks this those though thought three through thru thus till time times
            to today together told tomorrow tonight too took totally toward towards tried true truly try trying turn two
            under unless until up upon us use used user users uses using usually
            ve very via want wanted wanting wants was wasnt way ways we week weeks well went were werent weve what whatever whats when whenever
            where whereas wherever whether which while who whoever whole whom whose why will with within without won wondering wont work
            worked working works would wouldnt
            yall yeah year years yep yes yesterday yet you youd youll your youre yours yourself yourselves youve
            """;

    /** What Reddit and the makers of its titles add, and remains of HTML entities in older dumps. */
    private static final String REDDIT = """
            advice ama amp anyone appreciated askreddit asking ask asked btw comment comments crosspost curious discuss discussion dude edit
            eli5 fellow folk folks ftw fyi general gt guess guy guys happy haha hello hit hits hitting help helpful helping hey hi honest honestly hope idea
            ideas idk imho imo insane interested interesting irl jk kinda lmao lol lowkey lt megathread mod mods nbsp news noob nsfw omg
            opinion opinions people person personally post posted posting posts psa quick question questions random rant read reading reason
            reddit redditor redditors request seriously share shared sharing shit simple simply smh sorry stop story sub subreddit suggestion
            suggestions tbh thread threads til title tldr topic ugh run running runs versus vs watch weird welcome wild wip wish wonder worth wow wtf x200b
            2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030
            hugging face huggingface youtube arxiv
            amazing awesome bad best better big biggest cool crazy easy fun hard huge nice real serious small top worst
            """;

    private static final Set<String> WORDS = Arrays.stream((ENGLISH + REDDIT).split("\\s+"))
            .map(Stemmer::singular)
            .collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    /** Whether a word, as {@link Word#key} has it, is one. */
    static boolean contains(String key) {
        return WORDS.contains(key);
    }
}
