package dev.sentimentagent.standin;

import java.util.List;

/**
 * A subreddit of the generated world.
 *
 * @param slot its place in ids: 0 to 15
 * @param postsPerDay mean of a working day
 * @param commentsPerPost mean
 * @param shift by how many hours its day lags behind the common one
 * @param weekend its activity at a weekend relative to a working day
 * @param home index of the product it is about; −1 if about none in particular
 * @param tools how many in a hundred of its other posts are about a tool at all
 */
record Community(int slot, String name, double postsPerDay, double commentsPerPost, int shift, double weekend, int home, int tools) {
    static final List<Community> ALL = List.of(
            new Community(0, "Cursor", 41.8, 6.5, 0, 0.75, 0, 100),
            new Community(1, "Bard", 19.4, 6, 3, 0.95, 6, 100),
            new Community(2, "GithubCopilot", 13.7, 5, -3, 0.5, 4, 100),
            new Community(3, "claude", 37.4, 8, 0, 0.85, 2, 100),
            new Community(4, "windsurf", 6.5, 5, -1, 0.7, 7, 100),
            new Community(5, "ChatGPTCoding", 31.7, 8, 1, 0.9, -1, 100),
            new Community(6, "vibecoding", 27.4, 6, 2, 1.25, -1, 90),
            new Community(7, "aws", 10.8, 6.5, -2, 0.35, 10, 25),
            new Community(8, "programming", 10.1, 20, -3, 0.6, -1, 35),
            new Community(9, "MachineLearning", 7.9, 7, -4, 0.55, -1, 30),
            new Community(10, "artificial", 12.2, 7, 4, 0.9, -1, 60),
            new Community(11, "OpenAI", 36, 10, 2, 0.95, 3, 90),
            new Community(12, "kiroIDE", 3.6, 4, 6, 0.8, 8, 100),
            new Community(13, "JulesAgent", 1.8, 3, 5, 0.9, 9, 100));

    /** How much it cares for what happens to a product: 1 if that is its own, little if its mind is elsewhere. */
    double interest(Product product) {
        if (home == product.index()) {
            return 1;
        }
        return home < 0 ? 0.25 * tools / 100 : 0.06;
    }
}
