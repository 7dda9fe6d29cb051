package dev.sentimentagent.store.contract;

import org.junit.jupiter.api.Nested;

/**
 * What every {@link dev.sentimentagent.model.store.Store} must do: the sentences of its Javadoc as tests. A backend's test extends this
 * class and says where a new store can live; what a backend cannot do is overridden and disabled there, with the reason.
 */
public abstract class StoreContract {
    /** A place where no store has lived yet. */
    protected abstract StorePlace newPlace();

    @Nested
    class Saving extends SaveContract {
        Saving() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Changes extends ChangeContract {
        Changes() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Engagements extends EngagementContract {
        Engagements() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Deletions extends DeletionContract {
        Deletions() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Texts extends TextContract {
        Texts() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Names extends NameContract {
        Names() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Lists extends ListContract {
        Lists() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Lookups extends LookupContract {
        Lookups() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Statistics extends StatisticsContract {
        Statistics() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Rollups extends RollupProperty {
        Rollups() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        Retention() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Records extends RecordContract {
        Records() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Leases extends LeaseContract {
        Leases() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Jobs extends JobContract {
        Jobs() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Detections extends DetectionContract {
        Detections() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Searches extends SearchContract {
        Searches() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Verdicts extends VerdictContract {
        Verdicts() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Voices extends VoiceContract {
        Voices() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Walks extends WalkContract {
        Walks() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Archive extends ArchiveProperty {
        Archive() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Cycles extends CycleContract {
        Cycles() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Listings extends ListingContract {
        Listings() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Topics extends TopicContract {
        Topics() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Durability extends DurabilityContract {
        Durability() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Catalogues extends CatalogueContract {
        Catalogues() {
            super(StoreContract.this::newPlace);
        }
    }

    @Nested
    class Retags extends RetagProperty {
        Retags() {
            super(StoreContract.this::newPlace);
        }
    }
}
