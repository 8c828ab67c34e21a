#include "../lazy.h"

/* What we use of libxml2's xmlreader.h and HTMLparser.h, which keep their names and numbers since version 2.4. Including it would take
 * pkg-config's word on where it is, and with that word comes the library itself into every start. */

typedef struct _xmlTextReader *xmlTextReaderPtr;
typedef struct _xmlDoc *xmlDocPtr;

enum {
    /* xmlParserOption */
    GX_XML_PARSE_NOERROR = 1 << 5,
    GX_XML_PARSE_NOWARNING = 1 << 6,
    GX_XML_PARSE_NONET = 1 << 11,
    GX_XML_PARSE_HUGE = 1 << 19,
    /* htmlParserOption */
    GX_HTML_PARSE_RECOVER = 1 << 0,
    GX_HTML_PARSE_NODEFDTD = 1 << 2,
    GX_HTML_PARSE_IGNORE_ENC = 1 << 21,
    /* xmlReaderTypes */
    GX_XML_ELEMENT = 1,
    GX_XML_TEXT = 3,
    GX_XML_CDATA = 4,
    GX_XML_ENTITY_REFERENCE = 5,
    GX_XML_DOCUMENT_TYPE = 10,
    GX_XML_WHITESPACE = 13,
    GX_XML_SIGNIFICANT_WHITESPACE = 14,
    GX_XML_END_ELEMENT = 15,
};

xmlTextReaderPtr xmlReaderForMemory(const char *bytes, int size, const char *url, const char *encoding, int options);
xmlDocPtr htmlReadMemory(const char *bytes, int size, const char *url, const char *encoding, int options);
void xmlFreeDoc(xmlDocPtr document);
xmlTextReaderPtr xmlReaderWalker(xmlDocPtr document);
void xmlFreeTextReader(xmlTextReaderPtr reader);
int xmlTextReaderRead(xmlTextReaderPtr reader);
int xmlTextReaderNodeType(xmlTextReaderPtr reader);
int xmlTextReaderIsEmptyElement(xmlTextReaderPtr reader);
int xmlTextReaderMoveToFirstAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToNextAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToElement(xmlTextReaderPtr reader);
const unsigned char *xmlTextReaderConstLocalName(xmlTextReaderPtr reader);
const unsigned char *xmlTextReaderConstNamespaceUri(xmlTextReaderPtr reader);
const unsigned char *xmlTextReaderConstValue(xmlTextReaderPtr reader);

LAZY_LIBRARY(xml2, 2)

LAZY(
    xml2, xmlTextReaderPtr, xmlReaderForMemory,
    (const char *bytes, int size, const char *url, const char *encoding, int options),
    (bytes, size, url, encoding, options))
LAZY(
    xml2, xmlDocPtr, htmlReadMemory,
    (const char *bytes, int size, const char *url, const char *encoding, int options),
    (bytes, size, url, encoding, options))
LAZY(xml2, void, xmlFreeDoc, (xmlDocPtr document), (document))
LAZY(xml2, xmlTextReaderPtr, xmlReaderWalker, (xmlDocPtr document), (document))
LAZY(xml2, void, xmlFreeTextReader, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderRead, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderNodeType, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderIsEmptyElement, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToFirstAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToNextAttribute, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, int, xmlTextReaderMoveToElement, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const unsigned char *, xmlTextReaderConstLocalName, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const unsigned char *, xmlTextReaderConstNamespaceUri, (xmlTextReaderPtr reader), (reader))
LAZY(xml2, const unsigned char *, xmlTextReaderConstValue, (xmlTextReaderPtr reader), (reader))
