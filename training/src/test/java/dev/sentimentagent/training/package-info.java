@org.jspecify.annotations.NullMarked
package dev.sentimentagent.training;
