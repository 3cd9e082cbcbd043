/**
 * An organisation's folder of text files: read, checked, and applied to what the database holds, without touching what
 * people did. May touch every room that answers, sends and stores, none that shows pages.
 */
@NullMarked
package org.branchline.workspace;

import org.jspecify.annotations.NullMarked;
