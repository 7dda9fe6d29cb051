@org.jspecify.annotations.NullMarked
package dev.sentimentagent.server.reanalysis;
