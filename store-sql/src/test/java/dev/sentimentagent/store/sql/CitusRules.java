package dev.sentimentagent.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Citus refuses of the statements that this program might make, by its documentation of version 11.3 (chapter "SQL Support and Workarounds")
 * and by our reading: no cluster was to be had. It knows no SQL but the little that is written here, so it is strict: a statement may be refused
 * that Citus would take.
 */
final class CitusRules {
    /** As {@code db/citus/distribute.sql} has them, by fullname. */
    private static final Set<String> DISTRIBUTED = Set.of("item", "retagged");
    private static final Set<String> REFERENCE = Set.of("tool_set", "tool_set_member", "retag_set");
    private static final Pattern FROM = Pattern.compile(
            "\\b(?:from|using) (.*?)(?=\\b(?:where|group|order|limit|union|returning|set|for|on conflict|select)\\b|\\)|$)");
    private static final Pattern WRITTEN = Pattern.compile("^(?:update|insert into) ([a-z_]+)");
    private static final Pattern NAMED = Pattern.compile("^([a-z_]+)(?: as)?(?: (?!on\\b)([a-z_]+))?");
    private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern BY_FULLNAME = Pattern.compile("([a-z_]+)\\.fullname\\s*=\\s*([a-z_]+)\\.fullname");

    private CitusRules() {}

    /** Why Citus would refuse the statement; empty if it would not, by what is known here. */
    static List<String> refusals(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT).replaceAll("'[^']*'", "''").replaceAll("\\s+", " ").strip();
        List<String> refusals = new ArrayList<>();
        if (!touches(sql)) {
            return refusals;
        }
        refuse(refusals, sql, "\\bfor (update|share|no key update)\\b", "rows of several shards are locked");
        refuse(refusals, sql, "\\brecursive\\b|\\bgrouping sets\\b|\\bcube\\b|\\btablesample\\b|\\blateral\\b",
                "not supported over shards");
        refuse(refusals, sql, "\\bexists ?\\(|\\bany ?\\( ?select|\\ball ?\\( ?select", "a subquery that may depend on the row outside");
        refuse(refusals, sql, "^update [a-z_]+ set [^()]*\\( ?select|^update [a-z_]+ set fullname", "a subquery in SET, or another shard");
        if (sql.matches("insert into (item|retagged) .*on conflict (?!\\([^)]*fullname).*")) {
            refusals.add("ON CONFLICT without the distribution column");
        }
        joins(refusals, sql);
        return refusals;
    }

    /** From the innermost brackets outwards: what a bracket gives is broadcast, and counts as a table that is everywhere. */
    private static void joins(List<String> refusals, String sql) {
        String rest = sql;
        for (Matcher inner = INNERMOST.matcher(rest); inner.find(); inner = INNERMOST.matcher(rest)) {
            String query = inner.group(1);
            if (query.strip().startsWith("select")) {
                selects(refusals, query);
                rest = rest.substring(0, inner.start()) + " tool_set " + rest.substring(inner.end());
            } else {
                rest = rest.substring(0, inner.start()) + " " + query.replace(" from ", " ") + " " + rest.substring(inner.end());
            }
        }
        selects(refusals, rest);
    }

    private static void selects(List<String> refusals, String query) {
        for (String select : query.split("\\bunion( all)?\\b")) {
            // What is inserted is a query of its own.
            for (String part : select.startsWith("insert") ? select.split("(?= select )", 2) : new String[]{select}) {
                join(refusals, part);
            }
        }
    }

    /** A table of a query, and what it is called there. */
    private record Named(String table, String alias) {}

    private static void join(List<String> refusals, String query) {
        List<Named> tables = tables(query);
        List<String> spread = tables.stream().filter(named -> DISTRIBUTED.contains(named.table())).map(Named::alias).toList();
        if (spread.isEmpty()) {
            return;
        }
        Set<String> local = tables.stream().map(Named::table).filter(name -> !DISTRIBUTED.contains(name) && !REFERENCE.contains(name))
                .collect(Collectors.toSet());
        if (!local.isEmpty()) {
            refusals.add("items are joined with what only the coordinator has: " + local);
        }
        Set<String> joined = BY_FULLNAME.matcher(query).results().flatMap(match -> Stream.of(match.group(1), match.group(2)))
                .collect(Collectors.toSet());
        if (spread.size() > 1 && !joined.containsAll(spread)) {
            refusals.add("joined otherwise than by fullname: " + spread);
        }
    }

    private static List<Named> tables(String query) {
        Stream<String> from = FROM.matcher(query.strip()).results()
                .flatMap(clause -> Stream.of(clause.group(1).split(",|(?:cross |left |inner )?\\bjoin\\b")));
        Stream<String> written = WRITTEN.matcher(query.strip()).results().map(match -> match.group(1));
        return Stream.concat(from, written).map(String::strip).map(NAMED::matcher).filter(Matcher::find)
                .map(named -> new Named(named.group(1), named.group(2) == null ? named.group(1) : named.group(2)))
                .toList();
    }

    private static boolean touches(String sql) {
        return sql.matches(".*\\b(from|join|into|update|using) (item|retagged)\\b.*");
    }

    private static void refuse(List<String> refusals, String sql, String pattern, String why) {
        if (Pattern.compile(pattern).matcher(sql).find()) {
            refusals.add(why);
        }
    }
}
