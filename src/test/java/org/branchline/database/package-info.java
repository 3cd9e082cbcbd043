/** The ground, tried. */
package org.branchline.database;
