/**
 * What is said of each call of the API, once: from it come its routing, the check of its parameters, the OpenAPI document, and its fuzz test.
 */
@NullMarked
package dev.sentimentagent.server.web.endpoint;

import org.jspecify.annotations.NullMarked;
