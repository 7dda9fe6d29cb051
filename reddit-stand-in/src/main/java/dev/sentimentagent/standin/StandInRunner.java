package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.time.TimeSource;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Runs a stand-in as a program of its own: started, announced with the settings of a client that is to use it, closed when told to. */
public final class StandInRunner {
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Runs a stand-in until {@link #stop} is called or the thread is interrupted.
     *
     * @param out where its address and the settings to use are printed, one {@code NAME=value} a line
     * @throws IllegalStateException if the port is taken
     */
    public void run(StandInSettings settings, World world, TimeSource time, PrintStream out) throws InterruptedException {
        requireNonNull(out, "out");
        try (RedditStandIn standIn = RedditStandIn.start(settings, world, time)) {
            out.println("# A stand-in for Reddit listens; its clock shows " + time.instant() + ".");
            out.println("REDDIT_API_URL=" + standIn.baseUrl());
            out.println("REDDIT_AUTH_URL=" + standIn.baseUrl());
            out.println("REDDIT_CLIENT_ID=" + settings.clientId());
            out.println("REDDIT_CLIENT_SECRET=" + settings.clientSecret());
            out.println("SUBREDDITS=" + String.join(",", world.subreddits()));
            out.flush();
            stopped.await();
        }
    }

    /** Lets {@link #run} end; may be called at any time, from any thread, such as a shutdown hook. */
    public void stop() {
        stopped.countDown();
    }
}
