extension ReportJSON {
    /// The JSON Schema (draft 2020-12) of one object that `text` writes.
    ///
    /// More keys may follow in later versions, so none forbids what it does not name.
    public static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:gxingest:report:1",
          "title": "A report that gxingest has read",
          "type": "object",
          "required": ["schema", "version", "source", "agency", "year", "title", "forms", "sections", "figures",
            "tables", "findings", "pages", "program"],
          "properties": {
            "schema": {"const": "gxingest.report"},
            "version": {"const": 1},
            "source": {"type": "string", "description": "the input as given"},
            "agency": {"type": "string", "description": "empty when not found"},
            "year": {"type": ["integer", "null"], "description": "the year reported on"},
            "title": {"type": "string"},
            "forms": {
              "type": "object",
              "description": "the form that each table is printed on",
              "required": ["disclosure", "applications", "disputes"],
              "properties": {
                "disclosure": {"$ref": "#/$defs/form"},
                "applications": {"$ref": "#/$defs/form"},
                "disputes": {"$ref": "#/$defs/form"}
              }
            },
            "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
            "figures": {"type": "array", "items": {"$ref": "#/$defs/figure"}},
            "tables": {"type": "array", "items": {"$ref": "#/$defs/table"}},
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "pages": {"type": "array", "items": {"$ref": "#/$defs/page"}},
            "program": {
              "type": "object",
              "required": ["name", "version", "settings"],
              "properties": {
                "name": {"const": "gxingest"},
                "version": {"type": "string"},
                "settings": {"type": "object", "required": ["lang"], "additionalProperties": {"type": "string"}}
              }
            }
          },
          "$defs": {
            "form": {"enum": ["2021", "2019"]},
            "method": {"enum": ["text", "ocr", "dump", "review"]},
            "amount": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
            "id": {
              "type": "string",
              "description": "table/row/column",
              "pattern": "^(disclosure|applications|disputes)/[a-z_.]+/[a-z_]+$"
            },
            "pageNumber": {"type": ["integer", "null"], "minimum": 1, "description": "null in a text file"},
            "box": {
              "type": ["array", "null"],
              "description": "x, y, width, height in points from the top left; in a text file column and line from 1",
              "items": {"type": "number"},
              "minItems": 4,
              "maxItems": 4
            },
            "place": {
              "type": "object",
              "required": ["page", "box"],
              "properties": {"page": {"$ref": "#/$defs/pageNumber"}, "box": {"$ref": "#/$defs/box"}}
            },
            "parts": {
              "type": "array",
              "description": "every part, where it is spread over several pages or places",
              "minItems": 2,
              "items": {"$ref": "#/$defs/place"}
            },
            "section": {
              "type": "object",
              "required": ["heading", "page", "box", "paragraphs", "places"],
              "properties": {
                "heading": {"type": "string", "description": "empty for what stands before the first heading"},
                "page": {"$ref": "#/$defs/pageNumber"},
                "box": {"$ref": "#/$defs/box"},
                "parts": {"$ref": "#/$defs/parts"},
                "paragraphs": {"type": "array", "items": {"type": "string"}},
                "places": {
                  "type": "array",
                  "description": "the places of each paragraph, in the same order",
                  "items": {"type": "array", "items": {"$ref": "#/$defs/place"}}
                }
              }
            },
            "figure": {
              "type": "object",
              "required": ["form", "table", "row", "column", "value", "content", "printed", "status", "confidence",
                "method", "page", "box", "alternatives", "suggestions", "doubts"],
              "properties": {
                "form": {"$ref": "#/$defs/form"},
                "table": {"enum": ["disclosure", "applications", "disputes"]},
                "row": {"type": "string"},
                "column": {"type": "string"},
                "value": {"type": "string", "pattern": "^(-?[0-9]+(\\.[0-9]+)?)?$"},
                "content": {"enum": ["amount", "blank", "mark", "unreadable", "absent"]},
                "printed": {"type": "string"},
                "status": {"enum": ["ok", "empty", "derived", "suspect", "missing", "corrected"]},
                "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                "method": {"$ref": "#/$defs/method"},
                "page": {"$ref": "#/$defs/pageNumber"},
                "box": {"$ref": "#/$defs/box"},
                "parts": {"$ref": "#/$defs/parts"},
                "alternatives": {
                  "type": "array",
                  "description": "other readings of the same ink, likeliest first",
                  "items": {
                    "type": "object",
                    "required": ["value", "score", "reader"],
                    "properties": {
                      "value": {"$ref": "#/$defs/amount"},
                      "score": {"type": "number"},
                      "reader": {"type": "string"}
                    }
                  }
                },
                "suggestions": {
                  "type": "array",
                  "description": "what the value could be instead; never put in its place",
                  "items": {
                    "type": "object",
                    "required": ["value", "cost", "evidence", "settles"],
                    "properties": {
                      "value": {"$ref": "#/$defs/amount"},
                      "cost": {"type": "integer"},
                      "evidence": {"type": "string"},
                      "rivals": {
                        "type": "integer",
                        "description": "how many explanations as likely do without it; 0: there is no other way"
                      },
                      "settles": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "required": ["rule", "left", "right"],
                          "properties": {
                            "rule": {"type": "string"},
                            "left": {"type": "array", "items": {"$ref": "#/$defs/id"}},
                            "right": {"type": "array", "items": {"$ref": "#/$defs/id"}}
                          }
                        }
                      }
                    }
                  }
                },
                "doubts": {"type": "array", "items": {"type": "string"}}
              }
            },
            "table": {
              "type": "object",
              "required": ["page", "box", "rows", "columns", "construction", "confidence", "cells"],
              "properties": {
                "page": {"$ref": "#/$defs/pageNumber"},
                "box": {"$ref": "#/$defs/box"},
                "parts": {"$ref": "#/$defs/parts"},
                "rows": {"type": "integer", "minimum": 0},
                "columns": {"type": "integer", "minimum": 0},
                "construction": {"enum": ["ruled", "partly-ruled", "unruled"]},
                "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                "cells": {"type": "array", "items": {"$ref": "#/$defs/cell"}}
              }
            },
            "cell": {
              "type": "object",
              "required": ["row", "column", "rowspan", "colspan", "text", "header", "page", "box"],
              "properties": {
                "row": {"type": "integer", "minimum": 0},
                "column": {"type": "integer", "minimum": 0},
                "rowspan": {"type": "integer", "minimum": 1},
                "colspan": {"type": "integer", "minimum": 1},
                "text": {"type": "string"},
                "header": {"type": "boolean"},
                "page": {"$ref": "#/$defs/pageNumber"},
                "box": {"$ref": "#/$defs/box"},
                "parts": {"$ref": "#/$defs/parts"}
              }
            },
            "finding": {
              "type": "object",
              "required": ["rule", "severity", "verdict", "message", "expected", "found", "figures", "quote", "places"],
              "properties": {
                "rule": {"type": "string", "pattern": "^[a-z]+\\.[a-z-]+$"},
                "severity": {"enum": ["note", "warning", "error"]},
                "verdict": {"enum": ["reading", "source", "open"]},
                "message": {"type": "string", "description": "in the language of program.settings.lang"},
                "expected": {"type": "string"},
                "found": {"type": "string"},
                "figures": {"type": "array", "items": {"$ref": "#/$defs/id"}},
                "quote": {"type": ["string", "null"], "description": "the sentence that a prose rule is about"},
                "places": {"type": "array", "items": {"$ref": "#/$defs/place"}},
                "fingerprint": {
                  "type": "string",
                  "pattern": "^[0-9a-f]{16}$",
                  "description": "names this mistake of this report in every run"
                }
              }
            },
            "page": {
              "type": "object",
              "required": ["page", "width", "height", "method", "state", "warnings"],
              "properties": {
                "page": {"type": "integer", "minimum": 1},
                "width": {"type": "number"},
                "height": {"type": "number"},
                "method": {"$ref": "#/$defs/method"},
                "state": {"enum": ["readable", "blank", "no-text", "garbage", "hidden-text"]},
                "warnings": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {
                      "kind": {"enum": ["too-many-glyphs", "too-many-segments", "too-many-runs", "damaged-content",
                          "not-read"]},
                      "limit": {"type": "integer"},
                      "words": {"type": "string"},
                      "reason": {"enum": ["time", "memory", "crash"]}
                    }
                  }
                }
              }
            }
          }
        }
        """#
}
