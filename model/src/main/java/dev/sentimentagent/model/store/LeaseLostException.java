package dev.sentimentagent.model.store;

/** A write was refused, because the lease it was made under has been taken by another holder or released. */
public class LeaseLostException extends StoreException {
    public LeaseLostException(Lease lease) {
        super("the lease " + lease.name() + " is no longer held by " + lease.holder(), false, null);
    }
}
