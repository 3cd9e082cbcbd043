/** Where the process begins: {@code Main} and the command line. May touch every room. */
@NullMarked
package org.branchline.start;

import org.jspecify.annotations.NullMarked;
