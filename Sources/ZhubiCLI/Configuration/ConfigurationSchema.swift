import AttachmentExchange
import ZhubiText

/// The JSON Schema (draft 7) of `.zhubi.yaml`, for editors. A test holds its keys and words equal to
/// what the reader accepts, and the committed file beside this one equal to it.
enum ConfigurationSchema {
  static var text: String {
    """
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Zhubi 朱笔 .zhubi.yaml",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "extends": {
          "description": "作为底的配置文件，相对本文件 · files to build on, relative to this one",
          "$ref": "#/definitions/texts"
        },
        "language": {
          "description": "提示语言 · language of messages",
          "enum": [\(words(ConfigurationReader.languages))]
        },
        "profile": {
          "description": "体裁 · the genre texts are judged by",
          "$ref": "#/definitions/profile"
        },
        "profiles": {
          "description": "按路径选体裁，后写的优先 · genres by path; the last that fits wins",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["path", "profile"],
            "properties": {
              "path": { "$ref": "#/definitions/pattern" },
              "profile": { "$ref": "#/definitions/profile" }
            }
          }
        },
        "as-of": {
          "description": "判断日期 · the day to judge by",
          "$ref": "#/definitions/date"
        },
        "fail-on": {
          "description": "达到此等级即不予发布 · fail at this severity",
          "$ref": "#/definitions/severity"
        },
        "lexicon": {
          "description": "本单位词库文件夹，后者在上 · folders of packs, later ones on top",
          "$ref": "#/definitions/texts"
        },
        "rules": {
          "description": "规则的等级，off 为关闭 · severities of rules, or off",
          "type": "object",
          "propertyNames": { "$ref": "#/definitions/selector" },
          "additionalProperties": {
            "enum": [\(words(ConfigurationReader.severities)), "off", false]
          }
        },
        "limits": {
          "description": "上限，超过即扫描不完整 · limits; beyond them a scan is incomplete",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "file-size": {
              "description": "文件字节数 · bytes of a file",
              "$ref": "#/definitions/size"
            },
            "document-size": {
              "description": "须整体读入的文档（网页、表格、附件）字节数 · bytes of a document held whole",
              "$ref": "#/definitions/size"
            },
            "findings": {
              "description": "每个文档列出的发现数 · findings listed of one document",
              "type": "integer",
              "minimum": 1
            },
            "attachments": {
              "description": "附件的上限 · limits of attachments",
              "type": "object",
              "additionalProperties": false,
              "properties": {
    \(limits(AttachmentLimits.fields.map { ($0.name, $0.isSize) }))
              }
            },
            "html": {
              "description": "网页的上限 · limits of web pages",
              "type": "object",
              "additionalProperties": false,
              "properties": {
    \(limits(HTMLReader.Limits.fields.map { ($0.name, $0.isSize) }))
              }
            }
          }
        },
        "html": {
          "description": "网页 · web pages",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "ignore": {
              "description": "不读其可见文字的元素 · elements whose visible text is left out",
              "anyOf": [
                { "$ref": "#/definitions/element" },
                { "type": "array", "items": { "$ref": "#/definitions/element" } }
              ]
            }
          }
        },
        "ignore": {
          "description": "不检查的文件 · files left out",
          "$ref": "#/definitions/texts"
        },
        "suppressions": {
          "description": "忽略规定 · suppressions",
          "anyOf": [
            { "const": "locked" },
            {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "locked": {
                  "description": "不采用文中的忽略注释 · comments inside texts are not obeyed",
                  "type": "boolean"
                },
                "paths": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["path", "rules", "reason"],
                    "properties": {
                      "path": { "$ref": "#/definitions/pattern" },
                      "rules": {
                        "anyOf": [
                          { "$ref": "#/definitions/selector" },
                          {
                            "type": "array",
                            "minItems": 1,
                            "items": { "$ref": "#/definitions/selector" }
                          }
                        ]
                      },
                      "reason": { "type": "string", "minLength": 1 },
                      "until": { "$ref": "#/definitions/date" }
                    }
                  }
                }
              }
            }
          ]
        },
        "baseline": {
          "description": "基线文件 · the baseline of known findings",
          "type": "string"
        }
      },
      "definitions": {
        "texts": {
          "anyOf": [
            { "type": "string", "minLength": 1 },
            { "type": "array", "items": { "type": "string", "minLength": 1 } }
          ]
        },
        "size": {
          "anyOf": [
            { "type": "integer", "minimum": 1 },
            { "type": "string", "pattern": "^[1-9][0-9]*(KiB|MiB|GiB)?$" }
          ]
        },
        "element": {
          "type": "string",
          "pattern": "^([A-Za-z][A-Za-z0-9-]*)?([.#][^.#\\\\s>+~:*,\\\\[\\\\]()]+)*$",
          "minLength": 1
        },
        "pattern": { "type": "string", "minLength": 1 },
        "profile": { "enum": [\(words(ConfigurationReader.profiles))] },
        "severity": { "enum": [\(words(ConfigurationReader.severities))] },
        "selector": {
          "type": "string",
          "pattern": "^(term|personal|typo|outdated|format)\\\\.([a-z0-9-]+|\\\\*)$"
        },
        "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }
      }
    }

    """
  }

  private static func limits(_ fields: [(name: String, isSize: Bool)]) -> String {
    fields.map { field in
      let form =
        field.isSize
        ? "{ \"$ref\": \"#/definitions/size\" }" : "{ \"type\": \"integer\", \"minimum\": 1 }"
      return "            \"\(field.name)\": \(form)"
    }.joined(separator: ",\n")
  }

  private static func words(_ words: [String]) -> String {
    words.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
