package dev.sentimentagent.standin;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends answers, whole or not. Thread-safe. */
final class Delivery implements AutoCloseable {
    private final Channels channels;
    private final CountDownLatch closing = new CountDownLatch(1);

    Delivery(Channels channels) {
        this.channels = channels;
    }

    void send(Answer answer, ServerResponse response, SocketAddress client, Fault.@Nullable OfDelivery fault)
            throws IOException, InterruptedException {
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        byte[] body = answer.body();
        if (fault == null) {
            response.send(body);
            return;
        }
        int half = body.length / 2;
        switch (fault) {
            case Fault.BrokenJson broken -> response.send(Arrays.copyOf(body, half));
            case Fault.Hang hang -> {
                closing.await();
                throw new CloseConnectionException("the stand-in closes while a request hangs on purpose");
            }
            case Fault.SlowDrip drip -> {
                OutputStream out = begin(response, body.length);
                for (byte b : body) {
                    out.write(b);
                    out.flush();
                    if (closing.await(drip.pause().toNanos(), TimeUnit.NANOSECONDS)) {
                        throw new CloseConnectionException("the stand-in closes while an answer drips on purpose");
                    }
                }
                out.close();
            }
            case Fault.ResetInBody reset -> {
                write(begin(response, body.length), body, half);
                channels.reset(client);
                throw new CloseConnectionException("reset on purpose");
            }
            case Fault.TruncatedBody truncated -> {
                write(begin(response, body.length), body, half);
                throw new CloseConnectionException("truncated on purpose");
            }
        }
    }

    private static OutputStream begin(ServerResponse response, int length) {
        response.contentLength(length);
        return response.outputStream();
    }

    private static void write(OutputStream out, byte[] body, int length) throws IOException {
        out.write(body, 0, length);
        out.flush();
    }

    /** Lets go of the requests that hang. */
    @Override
    public void close() {
        closing.countDown();
    }
}
