package dev.sentimentagent.server.cli;

import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code analyze}: a filter that scores what it reads, on all cores. Needs no store and no settings. */
@Command(name = "analyze", description = {
        "Score each line of standard input.",
        "A line is plain text, which has its number for an id, or JSON with \"id\" and \"text\" (and \"subreddit\", if known). For each, one JSON"
                + " line is written, in the same order: {id, sentiment, confidence, compound, pos, neg, neu, tools}. Lines that cannot be what they seem are counted on standard error: JSON that is broken is scored as plain text, JSON without \"text\" as"
                + " empty."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:every line was scored", "1:reading or writing failed"})
final class AnalyzeCommand implements Callable<Integer> {
    private static final int BLOCKS_AHEAD = 32;
    /** No block of lines is scored to nothing. */
    private static final Future<byte[]> END = CompletableFuture.completedFuture(new byte[0]);

    @Option(names = "--method", paramLabel = "METHOD", description = "How to score: ${COMPLETION-CANDIDATES}, in any case; ${DEFAULT-VALUE} if"
            + " none is named.")
    private SentimentMethod method = SentimentMethod.DEFAULT;

    @Option(names = "--table", description = "Standard input is CSV or TSV with a header: each row's \"text\" is scored (or body, comment, content),"
            + " with its \"id\" (or its number) and its \"subreddit\", if there is one. Fields in quotation marks may hold line ends.")
    private boolean table;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LineScorer scorer = new LineScorer(ItemAnalyzer.of(method, ToolCatalogue.standard()));
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            run(scorer, table ? TableLines.of(System.in) : System.in, out);
        }
        scorer.oddities().remarks().forEach(remark -> System.err.println("sentimentagent analyze: " + remark));
        return ExitCode.OK;
    }

    /** Scores all of the input by the method; each block of it is written as soon as it and all before it are scored. */
    void run(InputStream in, OutputStream out) throws IOException, InterruptedException {
        run(new LineScorer(ItemAnalyzer.of(method, ToolCatalogue.standard())), in, out);
    }

    static void run(LineScorer scorer, InputStream in, OutputStream out) throws IOException, InterruptedException {
        BlockingQueue<Future<byte[]>> scored = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
        ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().factory());
        Thread reader = Thread.ofPlatform().daemon().name("reader").start(() -> read(in, scorer, workers, scored));
        try {
            for (byte[] block = scored.take().get(); block.length > 0; block = scored.take().get()) {
                out.write(block);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a line could not be scored", e.getCause());
        } finally {
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    private static void read(InputStream in, LineScorer scorer, ExecutorService workers, BlockingQueue<Future<byte[]>> scored) {
        long number = 1;
        try {
            try {
                LineBlocks blocks = new LineBlocks(in);
                for (byte[] block = blocks.next(); block != null; block = blocks.next()) {
                    byte[] lines = block;
                    long first = number;
                    scored.put(workers.submit(() -> scorer.score(lines, first)));
                    number += LineScorer.lines(lines);
                }
                scored.put(END);
            } catch (IOException | RuntimeException | Error e) {
                // An Error too, or the writer would wait for ever.
                scored.put(CompletableFuture.failedFuture(e));
            }
        } catch (InterruptedException _) {
            // The writer has given up; nobody waits for more.
        }
    }
}
