package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.Optional;

record SelectItem(String fullname) implements Query<Optional<ScoredItem>> {
    static final String SQL = ItemRow.SELECT + "WHERE fullname = ?";

    SelectItem {
        requireNonNull(fullname, "fullname");
    }

    @Override
    public Optional<ScoredItem> run(Session session) throws SQLException {
        Names names = session.names();
        return session.sql(SQL).text(Texts.clean(fullname)).first(row -> ItemRow.scored(row, names));
    }
}
