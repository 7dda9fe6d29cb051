package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A query that is put together: what is taken of the documents, which ones, and in which order. Not thread-safe. */
final class Sought {
    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final List<SqlParameter> parameters = new ArrayList<>();
    private String order = "";

    /** @param select such as {@code *} or {@code c.id, c.day} */
    Sought(String select) {
        this.select = select;
    }

    /** Documents of one kind, see {@link Kinds}. */
    static Sought of(String select, String kind) {
        return new Sought(select).where("c.t = ?", kind);
    }

    /** @param condition with a question mark for each value */
    Sought where(String condition, Object... values) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < condition.length(); i++) {
            char letter = condition.charAt(i);
            if (letter == '?') {
                text.append(parameter(values[next++]));
            } else {
                text.append(letter);
            }
        }
        conditions.add(text.toString());
        return this;
    }

    /** Those whose property is one of these. */
    Sought in(String property, Collection<String> values) {
        conditions.add(property + values.stream().map(this::parameter).collect(Collectors.joining(", ", " IN (", ")")));
        return this;
    }

    Sought orderBy(String by) {
        order = " ORDER BY " + by;
        return this;
    }

    private String parameter(Object value) {
        String name = "@p" + parameters.size();
        parameters.add(new SqlParameter(name, value));
        return name;
    }

    SqlQuerySpec spec() {
        return new SqlQuerySpec(toString(), parameters);
    }

    /** Without the values. */
    @Override
    public String toString() {
        String where = conditions.isEmpty()
                ? ""
                : " WHERE " + conditions.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" AND "));
        return "SELECT " + select + " FROM c" + where + order;
    }
}
