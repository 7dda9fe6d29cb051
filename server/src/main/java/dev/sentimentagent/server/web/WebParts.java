package dev.sentimentagent.server.web;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.dashboard.Dashboard;
import dev.sentimentagent.server.detection.DetectedTools;
import dev.sentimentagent.server.health.HealthCheck;
import dev.sentimentagent.server.metrics.Metrics;
import dev.sentimentagent.server.reanalysis.ReanalysisJobs;
import dev.sentimentagent.server.settings.RateLimit;
import dev.sentimentagent.server.statistics.Statistics;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP side is made from.
 *
 * @param ready whether the service takes requests
 * @param adminToken null: admin calls are refused
 */
public record WebParts(
        Store store,
        Statistics statistics,
        HealthCheck health,
        boolean healthEnabled,
        Metrics metrics,
        BooleanSupplier ready,
        Collector collector,
        InstantSource clock,
        @Nullable String adminToken,
        List<String> corsOrigins,
        RateLimit rateLimit,
        Catalogue catalogue,
        CatalogueAdmin catalogueAdmin,
        ReanalysisJobs reanalysis,
        DetectedTools detected,
        Dashboard dashboard) {
    public WebParts {
        corsOrigins = List.copyOf(corsOrigins);
    }

    @Override
    public String toString() {
        return "WebParts";
    }
}
