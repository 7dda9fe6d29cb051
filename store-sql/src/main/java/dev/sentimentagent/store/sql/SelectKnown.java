package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.ItemKey;
import java.sql.SQLException;
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
        Set<String> fullnames = keys.stream().map(ItemKey::fullname).collect(Collectors.toSet());
        Set<String> stored = new HashSet<>();
        InList.each(session, SQL, fullnames.stream().map(Texts::clean).distinct().toList(), row -> stored.add(row.text()));
        return fullnames.stream().filter(fullname -> stored.contains(Texts.clean(fullname))).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "SelectKnown[keys=" + keys.size() + "]";
    }
}
