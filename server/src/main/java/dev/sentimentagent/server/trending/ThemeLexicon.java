package dev.sentimentagent.server.trending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that tell a {@link Theme}. Singular and plural are the same; other forms stand here one by one. */
final class ThemeLexicon {
    private static final String SECURITY = """
            security, secure, insecure, vulnerability, vulnerable, exploit, exploited, cve, injection, prompt injection, data leak, api key leaked,
            leaked api, leaked key, privacy, private data, gdpr, malware, malicious, hacked, hacker, breach, credential, secret, telemetry,
            supply chain, backdoor, exfiltration, exfiltrate, trained on my, training on, train on""";
    private static final String PRICING = """
            price, pricing, priced, cost, costing, expensive, cheap, cheaper, cheapest, subscription, subscribe, subscribed, unsubscribe,
            unsubscribed, billing, billed, bill, refund, credit, quota, rate limit, rate limited, usage limit, weekly limit, daily limit,
            monthly limit, hit limit, hit the limit, hitting limit, limit, free tier, paid, pro plan, max plan, ultra plan, free plan, team plan,
            business plan, $10, $20, $40, $60, $100, $200, overcharged, charged, charge, charging, invoice, free trial, trial, premium request,
            tier, unlimited, money, paying, pay, price hike, per month, budget, afford, affordable, wallet, dollar""";
    private static final String BUGS = """
            bug, buggy, broken, breaking, broke, break, crash, crashed, crashing, error, fail, failed, failing, failure, outage, unresponsive,
            stuck, freeze, freezing, frozen, hang, hanging, not working, doesnt work, dont work, stopped working, isnt working, wont work,
            is down, down again, down for, went down, down right now, server down, internal server error, overloaded, timeout, timed out, glitch,
            unusable, unable to, cant login, cant log, issue, deleted my, wiped, corrupted, infinite loop, loop, 500, 502, 503, 529, disconnected,
            wont load, not loading, regression, incident""";
    private static final String PERFORMANCE = """
            slow, slower, slowest, slowness, fast, faster, fastest, speed, speedup, latency, lag, laggy, lagging, performance, memory leak,
            memory usage, ram usage, cpu usage, high cpu, token per second, token s, tps, tok s, throughput, dumb, dumber, dumbed down, nerf,
            nerfed, nerfing, degraded, degradation, degrading, quality, worse, got worse, gotten worse, lobotomized, stupid, hallucinate,
            hallucinating, hallucination, accuracy, inference speed, prompt processing""";
    private static final String RELEASES = """
            release, released, releasing, launch, launched, launching, announce, announced, announcing, announcement, introducing, introduce,
            introduced, update, updated, upgrade, changelog, beta, preview, rollout, rolling out, rolled out, now available, is out, out now,
            just dropped, dropped, coming soon, leaked, rumor, rumored, new feature, new version, new model, shipped, is here, now support,
            open sourced, open sourcing, early access, waitlist, roadmap, merged, upcoming, unveil, unveiled""";
    private static final String COMPANY = """
            acquire, acquired, acquisition, acquiring, merger, funding, valuation, layoff, laid off, lawsuit, sue, sued, copyright, license,
            licensing, ceo, founder, investor, raise, raised, billion, ipo, hire, hired, poached, regulation, antitrust, partnership,
            term of service, tos""";
    private static final String COMPARISONS = """
            vs, versus, compare, compared, comparing, comparison, alternative, better than, worse than, instead of, switch, switched, switching,
            moved from, moving from, migrate, migrating, migrated, replace, benchmark, benchmarked, leaderboard, swe bench, lmarena,
            head to head, beat, outperform, which one""";
    private static final String AGENTS = """
            agent, agentic, mcp, mcp server, workflow, agent mode, plan mode, subagent, sub agent, orchestration, orchestrator, rule, hook,
            slash command, prompt, prompting, system prompt, context window, context engineering, automation, automate, automated, tool call,
            tool calling, background agent, vibe coding, vibe coded, vibe code, spec driven, claude.md, agents.md, cursor rule,
            custom instruction, rag, multi agent, pipeline""";
    private static final String WORK = """
            job, career, hiring, interview, junior, senior, salary, unemployed, replaced by, replace developer, replace programmer, my boss,
            coworker, my company, my manager, my team, colleague, employer, freelance, freelancer, student, degree""";
    private static final String SHOWCASE = """
            i built, i made, i created, i wrote, i coded, i vibe coded, i developed, we built, we made, built a, built an, made a, made an,
            created a, my first app, my app, side project, showcase, weekend project, just built, just shipped, open sourced my, my project,
            demo""";
    private static final String HELP = """
            how, how to, how do, how can, help, question, guide, tutorial, tip, trick, beginner, newbie, noob, learn, learning, setup, set up,
            install, installing, configure, configuration, recommend, recommendation, advice, best practice, what is the best, whats the best,
            suggestion, anyone know, cheat sheet, course, getting started, explain, explained""";

    private static final Map<String, Theme> THEMES = new HashMap<>();
    /** Length in words of the longest phrase by its first word. */
    private static final Map<String, Integer> LONGEST = new HashMap<>();

    static {
        for (Theme theme : Theme.values()) {
            Pattern.compile(",").splitAsStream(lexicon(theme)).forEach(phrase -> {
                List<String> words = Title.of(phrase).words().stream().map(Word::key).toList();
                THEMES.putIfAbsent(String.join(" ", words), theme);
                LONGEST.merge(words.getFirst(), words.size(), Math::max);
            });
        }
    }

    private ThemeLexicon() {}

    private static String lexicon(Theme theme) {
        return switch (theme) {
            case SECURITY -> SECURITY;
            case PRICING -> PRICING;
            case BUGS -> BUGS;
            case PERFORMANCE -> PERFORMANCE;
            case RELEASES -> RELEASES;
            case COMPANY -> COMPANY;
            case COMPARISONS -> COMPARISONS;
            case AGENTS -> AGENTS;
            case WORK -> WORK;
            case SHOWCASE -> SHOWCASE;
            case HELP -> HELP;
        };
    }

    /** Length in words of the longest telling phrase that begins with a word; 0 if none does. */
    static int longestFrom(String key) {
        return LONGEST.getOrDefault(key, 0);
    }

    /** The theme that a word or a run of words tells, keys with blanks between; null if none. */
    static @Nullable Theme themeOf(String phrase) {
        return THEMES.get(phrase);
    }
}
