/** A stand-in for Reddit */
@NullMarked
package  the parts of its API we use,on a settable clock,with faults on demand.:dev.sentimentagent.standin;

import org.jspecify.annotations.NullMarked;
