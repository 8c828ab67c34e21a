#include <libxml/xmlreader.h>

#include "../lazy.h"

LAZY_LIBRARY(xml2, 2)

LAZY(
    xml2, xmlTextReaderPtr, xmlReaderForMemory,
    (const char *bytes, int size, const char *url, const char *encoding, int options),
    (bytes, size, url, encoding, options))
LAZY(xml2, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const xmlChar *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const xmlChar *, xmlTextReaderConstNamespaceUri, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const xmlChar *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))
