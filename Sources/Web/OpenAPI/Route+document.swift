import HTTPTypes
import Kernel

extension Route {
    /// `POST /api/v1/groups/{id}/teachers` → `postGroupsIdTeachers`
    var operationID: String {
        if let id = doc.operationID { return id }
        let words = path.split(whereSeparator: { "/{}-._".contains($0) }).filter { $0 != "api" && $0 != "v1" }
        return method.rawValue.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private var isSignedIn: Bool { access != .anyone }
    private var takesIdempotencyKey: Bool { isSignedIn && !method.isSafe }

    func document(_ components: inout [String: JSONValue]) -> JSONValue {
        let parameters = parameters(&components)
        return .object(
            [
                "operationId": .string(operationID), "summary": .string(doc.summary),
                "tags": .array([.string(doc.tag)]),
                "parameters": parameters.isEmpty ? nil : .array(parameters),
                "requestBody": body(&components),
                "responses": .object(responses(&components)),
                "security": isSignedIn ? OpenAPI.anySignIn : .array([]),
                "x-rounds-access": accessDocument,
            ].present)
    }

    private var accessDocument: JSONValue {
        switch access {
        case .anyone: "anyone"
        case .signedIn, .roles: .object(["roles": .array(access.roles.map { .string($0.rawValue) })])
        }
    }

    private func parameters(_ components: inout [String: JSONValue]) -> [JSONValue] {
        var list: [JSONValue] = parameterNames.map { name in
            let schema = (doc.path[name] ?? .uuid).document(&components)
            return .object(["name": .string(name), "in": "path", "required": .bool(true), "schema": schema])
        }
        for parameter in doc.query {
            list.append(
                .object(
                    [
                        "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
                        "schema": parameter.schema.document(&components),
                        "description": parameter.note.isEmpty ? nil : .string(parameter.note),
                    ].present))
        }
        if takesIdempotencyKey {
            list.append(.object(["$ref": "#/components/parameters/IdempotencyKey"]))
            list.append(.object(["$ref": "#/components/parameters/CSRFToken"]))
        }
        return list
    }

    private func body(_ components: inout [String: JSONValue]) -> JSONValue? {
        guard let body = doc.body else { return nil }
        let schema = body.schema?.document(&components)
        let media = JSONValue.object(schema.map { ["schema": $0] } ?? [:])
        return .object([
            "required": .bool(body.isRequired),
            "content": .object(Dictionary(uniqueKeysWithValues: body.types.map { ($0, media) })),
        ])
    }

    private func responses(_ components: inout [String: JSONValue]) -> [String: JSONValue] {
        var list: [String: JSONValue] = [:]
        for status in failures {
            list[String(status)] = .object(["$ref": .string("#/components/responses/Problem\(status)")])
        }
        for (status, schema) in doc.otherAnswers { list[String(status)] = success(schema, status, &components) }
        list[String(doc.status)] = success(doc.answer, doc.status, &components)
        return list
    }

    private func success(
        _ schema: Schema?, _ status: Int, _ components: inout [String: JSONValue]
    ) -> JSONValue {
        var content: [String: JSONValue] = [:]
        if let schema {
            for type in schema.mediaTypes {
                content[type] = .object(["schema": schema.document(&components)])
            }
            for type in doc.otherTypes where status == doc.status { content[type] = .object([:]) }
        }
        let description = status == 201 ? "Created." : status == 204 ? "Done." : "The answer."
        return .object(
            ["description": .string(description), "content": content.isEmpty ? nil : .object(content)].present)
    }

    /// The statuses of failures that this route can answer: those of every route, those that follow from its access,
    /// its parameters and its body, and its own.
    var failures: [Int] {
        // an unreadable address, another website, another host name in desktop mode, our mistake
        var statuses: Set<Int> = [400, 403, 421, 500]
        if !isProbe { statuses.formUnion([429, 503]) }
        if isSignedIn { statuses.insert(401) }
        if !parameterNames.isEmpty { statuses.insert(404) }
        if !doc.query.isEmpty { statuses.insert(422) }
        if doc.body != nil { statuses.formUnion([408, 413, 415, 422]) }
        if takesIdempotencyKey { statuses.formUnion([408, 409, 413, 422]) }
        return statuses.union(doc.failures).sorted()
    }
}
