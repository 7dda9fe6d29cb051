package dev.sentimentagent.training;

import dev.sentimentagent.sentiment.evaluation.LabelledText;
import java.util.List;

/**
 * Labelled texts of one origin: what is left out together when it is tried how a model carries over.
 *
 * @param name of its file, without the endings
 * @param examples of the texts, in their order
 */
record Platform(String name, List<LabelledText> texts, List<Example> examples) {
    Platform {
        texts = List.copyOf(texts);
        examples = List.copyOf(examples);
    }
}
