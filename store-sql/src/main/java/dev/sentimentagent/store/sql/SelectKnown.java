package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.ItemKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

record SelectKnown(Collection<ItemKey> keys) implements Query<Set<String>> {
    static final String SQL = "SELECT fullname FROM item WHERE fullname IN %s";

    SelectKnown {
        keys = Set.copyOf(keys);
    }

    @Override
    public Set<String> run(Session session) throws SQLException {
        Instant horizon = Horizon.current(session);
        Set<String> stored = new HashSet<>();
        InList.each(session, SQL, keys.stream().map(key -> Texts.clean(key.fullname())).distinct().toList(),
                row -> stored.add(row.text()));
        return keys.stream()
                .filter(key -> key.createdUtc().isBefore(horizon) || stored.contains(Texts.clean(key.fullname())))
                .map(ItemKey::fullname)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "SelectKnown[keys=" + keys.size() + "]";
    }
}
