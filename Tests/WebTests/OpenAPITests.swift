import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct OpenAPITests {
    private var document: JSONValue {
        var routes = Routes()
        let thing = Schema.object("Thing", [.required("id", .uuid), .optional("name", .nullable(.string(max: 20)))])
        routes.get(
            "/api/v1/things", allow: .only(.owner, .teacher),
            Doc("Things", tag: "things", query: [.limit(), .cursor], answers: .page(of: thing))
        ) { _ in .noContent }
        routes.patch(
            "/api/v1/things/{id}", allow: .signedIn,
            Doc("Change a thing", tag: "things", body: .json(thing), answers: thing, fails: [410])
        ) { _ in .noContent }
        routes.open(.get, "/api/v1/news", Doc("News", tag: "news", answers: .events)) { _ in .noContent }
        routes.describe(version: "1.2.3")
        return OpenAPI.document(of: routes, version: "1.2.3")
    }

    private func operation(_ method: String, _ path: String) throws -> JSONValue {
        try #require(document["paths"]?[path]?[method])
    }

    private func statuses(_ method: String, _ path: String) throws -> Set<String> {
        Set(try #require(try operation(method, path)["responses"]?.object).keys)
    }

    @Test func rolesAndSecurityStandAtEachOperation() throws {
        #expect(
            try operation("get", "/api/v1/things")["x-rounds-access"]
                == .object(["roles": .array(["owner", "teacher"])]))
        #expect(try operation("get", "/api/v1/news")["x-rounds-access"] == "anyone")
        #expect(try operation("get", "/api/v1/news")["security"] == .array([]))
        let roles = try operation("patch", "/api/v1/things/{id}")["x-rounds-access"]?["roles"]?.array
        #expect(roles?.count == Role.allCases.count)
    }

    @Test func everyFailureOfARouteIsListed() throws {
        #expect(
            try statuses("get", "/api/v1/things") == [
                "200", "400", "401", "403", "421", "422", "429", "500", "503",
            ])
        #expect(
            try statuses("patch", "/api/v1/things/{id}") == [
                "200", "400", "401", "403", "404", "408", "409", "410", "413", "415", "421", "422", "429", "500", "503",
            ])
    }

    @Test func namedObjectsBecomeComponents() throws {
        let thing = try #require(document["components"]?["schemas"]?["Thing"])
        #expect(thing["required"] == .array(["id"]))
        #expect(thing["properties"]?["id"] == .object(["type": "string", "format": "uuid"]))
        let body = try operation("patch", "/api/v1/things/{id}")["requestBody"]
        #expect(
            body?["content"]?["application/json"]?["schema"] == .object(["$ref": "#/components/schemas/Thing"]))
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        var references: Set<String> = []
        func collect(_ value: JSONValue) {
            if let target = value["$ref"]?.string { references.insert(target) }
            value.object?.values.forEach(collect)
            value.array?.forEach(collect)
        }
        let document = document
        collect(document)
        #expect(references.count > 5)
        for reference in references {
            var target: JSONValue? = document
            for name in reference.split(separator: "/").dropFirst() { target = target?[String(name)] }
            #expect(target != nil, "\(reference)")
        }
    }

    @Test func operationIdsAreUniqueAndTheFileDescribesItself() throws {
        let paths = try #require(document["paths"]?.object)
        let ids = paths.values.flatMap { $0.object.map { Array($0.values) } ?? [] }.compactMap {
            $0["operationId"]?.string
        }
        #expect(ids.count == 4 && Set(ids).count == 4)
        #expect(ids.contains("getOpenAPI") && ids.contains("patchThingsId"))
        #expect(document["openapi"] == "3.1.0" && document["info"]?["version"] == "1.2.3")
    }
}
