/** Playbooks as text: read, checked, stored by version, compiled once. Touches conversation and database. */
@NullMarked
package org.branchline.playbooks;

import org.jspecify.annotations.NullMarked;
