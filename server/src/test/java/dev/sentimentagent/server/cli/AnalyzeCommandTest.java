package dev.sentimentagent.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzeCommandTest {
    /** Sentences of our own; the figures are those of vaderSentiment 3.3.2 for Python. */
    @Test
    void vaderGivesTheFiguresOfTheReference() throws Exception {
        assertThat(analyze(SentimentMethod.VADER, bytes("""
                I love it
                {"id":7,"text":"Cursor AI is awful"}
                {"id":"t1_x","text":"","subreddit":"Cursor"}
                \r
                """))).containsExactly(
                "{\"id\":1,\"sentiment\":\"positive\",\"confidence\":1.0,\"compound\":0.6369,\"pos\":0.677,\"neg\":0.0,\"neu\":0.323,\"tools\":[]}",
                "{\"id\":7,\"sentiment\":\"negative\",\"confidence\":0.9176,\"compound\":-0.4588,\"pos\":0.0,\"neg\":0.5,\"neu\":0.5,\"tools\":[\"cursor\"]}",
                "{\"id\":\"t1_x\",\"sentiment\":\"neutral\",\"confidence\":0.5,\"compound\":0.0,\"pos\":0.0,\"neg\":0.0,\"neu\":0.0,\"tools\":[\"cursor\"]}",
                "{\"id\":4,\"sentiment\":\"neutral\",\"confidence\":0.5,\"compound\":0.0,\"pos\":0.0,\"neg\":0.0,\"neu\":0.0,\"tools\":[]}");
    }

    @Test
    void keepsTheOrderOfManyBlocks() throws Exception {
        int lines = 20_000;
        List<String> scored = analyze(SentimentMethod.VADER, bytes("some words that are neither here nor there\n".repeat(lines)));
        assertThat(scored).hasSize(lines);
        for (int i = 0; i < lines; i++) {
            assertThat(scored.get(i)).startsWith("{\"id\":" + (i + 1) + ",");
        }
    }

    @Test
    void readsATableWithItsIdsAndSubreddits() throws Exception {
        String table = "\uFEFFid;label;Text;subreddit\r\na;1;\"it \"\"works\"\";\r\ntwice\";Cursor\r\nb;0;;ClaudeAI\r\n";
        assertThat(analyze(SentimentMethod.VADER, TableLines.of(bytes(table)))).hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"id\":\"a\",").endsWith("\"tools\":[\"cursor\"]}"),
                        second -> assertThat(second).startsWith("{\"id\":\"b\",\"sentiment\":\"neutral\"")
                                .endsWith("\"tools\":[\"claude\"]}"));
        assertThat(analyze(SentimentMethod.DEVTALK, TableLines.of(bytes("text\n" + "I love it\n".repeat(30_000))))).hasSize(30_000)
                .last().asString().startsWith("{\"id\":30000,\"sentiment\":\"positive\"");
    }

    @Test
    void namesTheLineOfATableThatIsWrong() {
        assertThatThrownBy(() -> analyze(SentimentMethod.VADER, TableLines.of(bytes("one,two\n1,2\n")))).isInstanceOf(IOException.class)
                .hasMessageContaining("line 1 is no header");
        assertThatThrownBy(() -> analyze(SentimentMethod.VADER, TableLines.of(bytes("id,text\n1,a\n2,b,c\n"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void remarksOnWhatIsNotWhatItSeems() {
        LineScorer scorer = new LineScorer(ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard()));
        scorer.score("text,label\n{\"text\": 7}\n{oops\n".getBytes(StandardCharsets.UTF_8), 1);
        assertThat(scorer.oddities().remarks()).satisfiesExactly(
                broken -> assertThat(broken).contains("the first is line 3"),
                textless -> assertThat(textless).contains("the first is line 2"),
                header -> assertThat(header).contains("--table"));
    }

    private static List<String> analyze(SentimentMethod method, InputStream in) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnalyzeCommand.run(new LineScorer(ItemAnalyzer.of(method, ToolCatalogue.standard())), in, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
