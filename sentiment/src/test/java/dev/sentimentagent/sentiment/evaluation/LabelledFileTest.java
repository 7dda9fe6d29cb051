package dev.sentimentagent.sentiment.evaluation;

import static dev.sentimentagent.model.Sentiment.NEGATIVE;
import static dev.sentimentagent.model.Sentiment.NEUTRAL;
import static dev.sentimentagent.model.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledFileTest {
    private static final List<LabelledText> THREE = List.of(new LabelledText("it \"works\",\ntwice", POSITIVE),
            new LabelledText("", NEUTRAL),
            new LabelledText("it; crashed", NEGATIVE));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"text\": \"it \\\"works\\\",\\ntwice\", \"label\": 1}\n\n{\"label\": 0, \"text\": \"\"}\n{\"text\": \"it; crashed\", \"label\": -1}",
            "\uFEFF{\"body\": \"it \\\"works\\\",\\ntwice\", \"sentiment\": \"Positive\"}\r\n{\"body\": null, \"sentiment\": \"neu\"}\r\n{\"Body\": \"it; crashed\", \"sentiment\": \" NEGATIVE\", \"id\": 3}\r\n",
            "[{\"text\": \"it \\\"works\\\",\\ntwice\", \"label\": \"+1\"},\n {\"text\": \"\", \"label\": 0.0},\n{\"text\": \"it; crashed\", \"label\": -1.0}]",
            "text,label\n\"it \"\"works\"\",\ntwice\",1\n,0\nit; crashed,-1\n",
            "\uFEFF\"ID\";\"Polarity\";\"Text\"\r\n\"1\";\"positive\";\"it \"\"works\"\",\ntwice\"\r\n2;neutral;\r\n3;negative;\"it; crashed\"\r\n",
            "label\ttext\tnote\npos\t\"it \"\"works\"\",\ntwice\"\t\"x\"\nneu\t\t\nneg\tit; crashed\t\n",
            "\"it \"\"works\"\",\ntwice\",positive\n\"\",neutral\nit; crashed,negative\n"})
    void takesTheFormsThatSuchFilesHave(String content) throws IOException {
        assertThat(new LabelledFile(write("a.txt", content)).read()).isEqualTo(THREE);
    }

    @Test
    void takesGzipAndTheUnicodeTextOfASpreadsheet() throws IOException {
        Path packed = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("text,label\nschön,1\n".getBytes(StandardCharsets.UTF_8));
        }
        Path wide = folder.resolve("b.txt");
        Files.writeString(wide, "\uFEFFtext\tlabel\r\nschön\t1\r\n", StandardCharsets.UTF_16LE);
        assertThat(List.of(packed, wide)).allSatisfy(
                file -> assertThat(new LabelledFile(file).read()).containsExactly(new LabelledText("schön", POSITIVE)));
    }

    @Test
    void takesQuotationMarksOfATabbedFileForTextIfItDoesNotMeanThem() throws IOException {
        Path file = write("a.tsv", "text\tlabel\n\"Great\" it is not\t-1\n\"never again\t-1\nfine\t1\n");
        assertThat(new LabelledFile(file).read()).extracting(LabelledText::text)
                .containsExactly("\"Great\" it is not", "\"never again", "fine");
    }

    @Test
    void takesOtherNamesAndOtherLabels() throws IOException {
        Path file = write("a.csv", "line,gold_standard,text\nit works,2,x\nit crashed,0,y\n");
        Labels labels = Labels.of(Map.of("0", "negative", "1", "neutral", "2", "positive"));
        assertThat(new LabelledFile(file, new Columns(List.of("line"), List.of("gold_standard")), labels).read())
                .containsExactly(new LabelledText("it works", POSITIVE), new LabelledText("it crashed", NEGATIVE));
        assertThatThrownBy(() -> Labels.of(Map.of("0", "bad"))).hasMessageContaining("'bad'");
    }

    @Test
    void anEmptyFileHasNoTexts() throws IOException {
        assertThat(new LabelledFile(write("a.csv", "")).read()).isEmpty();
        assertThat(new LabelledFile(write("b.csv", "text,label\n")).read()).isEmpty();
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        assertThatThrownBy(new LabelledFile(write("a", "{\"text\": \"x\", \"label\": 1}\n{\"text\": \"x\", \"label\": 7}"))::read)
                .isInstanceOf(IOException.class).hasMessageContaining("line 2 has the label '7'");
        assertThatThrownBy(new LabelledFile(write("b", "{\"text\": \"x\", \"label\": 1}\n\n{\"text\": \"x\""))::read)
                .hasMessageContaining("line 3 is not JSON");
        assertThatThrownBy(new LabelledFile(write("c", "{\"title\": \"x\", \"label\": 1}"))::read)
                .hasMessageContaining("line 1 has no \"text\"");
        assertThatThrownBy(new LabelledFile(write("d", "text,label\n\"a\nb\",1\nc,\n"))::read)
                .hasMessageContaining("line 4 has the label ''");
        assertThatThrownBy(new LabelledFile(write("e", "text,label\na,1\nb, then c,1\n"))::read).hasMessageContaining("line 3");
        assertThatThrownBy(new LabelledFile(write("f", "some words\nand more\n"))::read).hasMessageContaining("line 1 is neither JSON nor");
        assertThatThrownBy(new LabelledFile(write("g", "[{\"text\": \"x\", \"label\": 1},\n{\"text\": \"x\", \"label\": 9}]"))::read)
                .hasMessageContaining("line 2 has the label '9'");
    }

    @Test
    void takesAnArrayInOneLongLine() throws IOException {
        String object = "{\"text\": \"it works\", \"label\": 1}";
        assertThat(new LabelledFile(write("a", "\n [" + (object + ", ").repeat(5_000) + object + "]")).read()).hasSize(5_001);
    }

    @Test
    void saysWhatIsWrongWithALineThatIsNoTextAndWithAFileThatWasCut() throws IOException {
        assertThatThrownBy(new LabelledFile(write("a", "{\"text\": \"" + "x".repeat(9_000_000)))::read)
                .isInstanceOf(IOException.class).hasMessageContaining("line 1 has more than");
        Path cut = Files.write(folder.resolve("b.gz"), new byte[]{0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1});
        assertThatThrownBy(new LabelledFile(cut)::read).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
