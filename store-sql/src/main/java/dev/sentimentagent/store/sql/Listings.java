package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Listing;
import java.sql.SQLException;

/** Listings as they are stored: by the last part of their address. */
final class Listings {
    private Listings() {}

    static Listing of(String path) throws SQLException {
        for (Listing listing : Listing.values()) {
            if (listing.path().equals(path)) {
                return listing;
            }
        }
        throw new SQLException("no such listing: " + path);
    }
}
