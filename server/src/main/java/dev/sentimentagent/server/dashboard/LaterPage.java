package dev.sentimentagent.server.dashboard;

import gg.jte.models.runtime.JteModel;

/**
 * Stands for a page of which nothing can be told yet, in the first seconds after a start: its heading, and where the page is to be had.
 *
 * @param address of the same page with its figures, whatever they take
 */
record LaterPage(Shell shell, String heading, String address) implements Shown {
    /** What the reader then waits for: not for the parts that come after the page. */
    private static final String PART = "figures";

    /** Whether a page must stand back, whose figures are at hand or not. */
    static boolean needed(Site site, boolean atHand) {
        return !atHand && !site.waits(PART);
    }

    static LaterPage of(Site site, View view, String title, String heading) {
        return new LaterPage(site.shell(title, view, true), heading, Site.patiently(view, PART));
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public JteModel html(Templates templates) {
        return templates.later(this);
    }
}
