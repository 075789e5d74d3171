/**
 * Reads binary Windows event logs (.evtx). The format is described by Microsoft in [MS-EVEN6],
 * section "BinXml", and by libevtx in "Windows XML Event Log (EVTX) format".
 */
package app.regrip.evidence.evtx;
